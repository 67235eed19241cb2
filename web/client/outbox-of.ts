import { nextParcel, type Parcel, type ParcelEvent } from '#web/client/next-parcel.ts';
import type { OutboxItem, Outcome } from '#web/client/outbox-item.ts';

/** A text that waits: where it stands in the outbox, and which one it is. */
export interface Shown {
  readonly id: string;
  readonly version: string;
}

/** What an outbox keeps its reports in. Each change is one transaction, whichever tab makes it. */
export interface ParcelStore<P> {
  /** Makes an item ready to be kept at an id. */
  seal(id: string, item: OutboxItem): Promise<P>;
  change(id: string, next: (now: (P & Parcel) | undefined) => (P & Parcel) | undefined): Promise<Parcel | undefined>;
  waiting(): Promise<readonly (OutboxItem & Parcel & Pick<Shown, 'id'>)[]>;
}

type Send = (item: OutboxItem, filledAt?: string, impatience?: AbortController) => Promise<Outcome>;

/** The reports that wait on a device, and how they leave it: the rules are those of `nextParcel`. */
export function outboxOf<P extends object>(store: ParcelStore<P>, send: Send) {
  const onTheWay = new Map<string, AbortController>();
  const change = (id: string, event: ParcelEvent<P & Parcel>) => store.change(id, (now) => nextParcel(now, event));

  async function keep(item: OutboxItem, refused: boolean, over?: Shown): Promise<Shown> {
    const version = `${Date.now()}-${Math.random()}`;
    const id = over?.id ?? version;
    const parcel = { ...(await store.seal(id, item)), version, tried: true, refused };
    const kept = await change(id, { kind: 'kept', parcel, over: over?.version });
    // Another tab has sent another text of the same report meanwhile: both wait.
    return kept?.version === version ? { id, version } : keep(item, refused);
  }

  async function post(item: OutboxItem, { id, version }: Shown, filledAt?: string): Promise<Outcome> {
    const stop = new AbortController();
    onTheWay.set(version, stop);
    const outcome = await send(item, filledAt, stop);
    onTheWay.delete(version);
    const { kind } = outcome;
    // What cannot be noted is sent again, and answered alike.
    if (kind === 'stored' || kind === 'refused') await change(id, { kind, version }).catch(() => undefined);
    return outcome;
  }

  return {
    /**
     * Keeps a report and sends it.
     *
     * @param refused whether it has mistakes: if nobody answers it is not sent again by itself
     * @param over what the page showed
     * @returns the answer, and where it was kept; a device that cannot store still sends
     */
    async send(item: OutboxItem, refused: boolean, over?: Shown) {
      const kept = await keep(item, refused, over).catch(() => undefined);
      return { kept, outcome: await (kept ? post(item, kept) : send(item)) };
    },

    /**
     * Sends what waits, one by one. A refused report does not hold up the others; where nobody answers, they wait.
     *
     * @returns whether the session has ended
     */
    async sendWaiting(stored: (item: OutboxItem & Shown, answer: Outcome & { kind: 'stored' }) => unknown) {
      for (const item of await store.waiting()) {
        const { id, version } = item;
        // It may have been taken out or written anew since it was listed.
        const going = await change(id, { kind: 'tried', version });
        if (going?.version !== version || going.refused) continue;
        const outcome = await post(item, item, item.filledAt);
        if (outcome.kind === 'stored') await stored(item, outcome);
        else if (outcome.kind !== 'refused') return outcome.kind === 'signed-out';
      }
      return false;
    },

    /** Takes a report out, by its owner's hand; what is on its way is called back. */
    async remove({ id, version }: Shown): Promise<void> {
      await change(id, { kind: 'removed', version });
      onTheWay.get(version)?.abort();
    },

    waiting: store.waiting,
  };
}
