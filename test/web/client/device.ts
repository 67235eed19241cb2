import type { Scheduler } from 'fast-check';
import type { Parcel } from '#web/client/next-parcel.ts';
import type { OutboxItem, Outcome } from '#web/client/outbox-item.ts';
import { outboxOf, type ParcelStore, type Shown } from '#web/client/outbox-of.ts';

interface Kept extends Parcel {
  readonly item: OutboxItem;
}

type Answer = 'receipt' | 'refusal' | 'signed-out' | 'request-lost' | 'answer-lost';

type Deed =
  | { readonly kind: 'send'; readonly tab: number; readonly hasMistakes: boolean }
  | { readonly kind: 'sendWaiting' | 'kill'; readonly tab: number }
  | { readonly kind: 'remove' | 'open'; readonly tab: number; readonly which: number };

interface Tab {
  readonly outbox: ReturnType<typeof outboxOf>;
  shown?: Shown | undefined;
  alive: boolean;
  /** The texts that it may send now: they stood in the outbox, not refused, when it said that it goes on with them. */
  readonly claimed: string[];
}

/**
 * A device with tabs on which things happen in an order of chance: each transaction and each answer is a step of the
 * scheduler. Beside the outbox it keeps a plain account of what may have become of each text: what its owner did, and
 * what the server answered.
 */
export class Device {
  answers: () => Answer;
  /** What should never have happened. */
  readonly wrongs: string[] = [];
  private readonly scheduler: Scheduler;
  private readonly disk = new Map<string, Kept>();
  private readonly tabs: Tab[];
  private texts = 0;
  /** Every text that was ever kept, by its version. */
  private readonly textOf = new Map<string, string>();
  /** Versions that their owner took out, or wrote anew on a page that showed them. */
  private readonly givenUp = new Set<string>();
  private readonly receipts = new Set<string>();

  constructor(scheduler: Scheduler, answers: () => Answer) {
    this.scheduler = scheduler;
    this.answers = answers;
    this.tabs = Array.from({ length: 3 }, () => this.openTab());
  }

  kept(): Kept[] {
    return [...this.disk.values()];
  }

  /** Texts that were kept, and are neither there nor gone by a receipt for them or by their owner's hand. */
  lost(): string[] {
    const there = new Set(this.kept().map(({ item }) => item.body));
    return [...this.textOf].flatMap(([version, text]) =>
      there.has(text) || this.receipts.has(text) || this.givenUp.has(version) ? [] : [text],
    );
  }

  begin(deed: Deed): void {
    const tab = this.tabs[deed.tab] as Tab;
    const { outbox } = tab;
    if (deed.kind === 'kill') {
      tab.alive = false;
      this.tabs[deed.tab] = this.openTab();
    } else if (deed.kind === 'send') {
      this.texts += 1;
      if (tab.shown) this.givenUp.add(tab.shown.version);
      void outbox.send(itemOf(`text ${this.texts}`), deed.hasMistakes, tab.shown).then(({ kept }) => {
        tab.shown = kept;
      });
    } else if (deed.kind === 'sendWaiting') {
      void outbox.sendWaiting(() => undefined);
    } else if ('which' in deed) {
      const found = [...this.disk][deed.which % Math.max(1, this.disk.size)];
      if (!found) return;
      const parcel = { id: found[0], version: found[1].version };
      if (deed.kind === 'open') tab.shown = parcel;
      else {
        this.givenUp.add(parcel.version);
        void outbox.remove(parcel);
      }
    }
  }

  private openTab(): Tab {
    const tab: Tab = { outbox: undefined as never, alive: true, claimed: [] };
    // Whatever a tab that was killed waits for never comes.
    const step = async <T>(take: () => T): Promise<T> => {
      await this.scheduler.schedule(Promise.resolve());
      return tab.alive ? take() : new Promise<T>(() => undefined);
    };
    const store: ParcelStore<Pick<Kept, 'item'>> = {
      seal: (_, item) => step(() => ({ item })),
      waiting: () => step(() => [...this.disk].map(([id, { item, ...parcel }]) => ({ id, ...item, ...parcel }))),
      change: (id, next) =>
        step(() => {
          const before = this.disk.get(id);
          const after = next(before);
          if (after) this.disk.set(id, after);
          else this.disk.delete(id);
          this.account(tab, before, after);
          return after;
        }).then((after) => step(() => after)), // on disk, and known to the tab a little later
    };
    const send = async (item: OutboxItem, _?: string, stop?: AbortController): Promise<Outcome> => {
      const answer = this.answers();
      const claim = tab.claimed.indexOf(item.body);
      if (claim < 0) this.wrongs.push(`${item.body} went out`);
      tab.claimed.splice(claim, 1);
      await step(() => undefined);
      if (stop?.signal.aborted || answer === 'request-lost' || answer === 'answer-lost') return { kind: 'later' };
      if (answer === 'refusal') return { kind: 'refused' };
      if (answer === 'signed-out') return { kind: 'signed-out' };
      this.receipts.add(item.body);
      return { kind: 'stored', receipt: `receipt of ${item.body}`, address: '/' };
    };
    return Object.assign(tab, { outbox: outboxOf(store, send) });
  }

  private account(tab: Tab, before: Kept | undefined, after: Kept | undefined): void {
    if (!after) return;
    const isNew = !this.textOf.has(after.version);
    if (isNew) this.textOf.set(after.version, after.item.body);
    if (this.textOf.get(after.version) !== after.item.body) this.wrongs.push(`${after.version} has another text`);
    if (isNew || (after.tried && !before?.refused && !after.refused)) tab.claimed.push(after.item.body);
  }
}

function itemOf(body: string): OutboxItem {
  return { user: 'thang', action: '/reports', body, label: body, draft: '', filledAt: '2026-11-27T02:00:00.000Z' };
}
