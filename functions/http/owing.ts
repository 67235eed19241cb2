import { randomUUID } from 'node:crypto';
import { logFault } from '#functions/fault.ts';
import type { ToRecord } from '#functions/http/answer.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { Request } from '#functions/http/request.ts';
import type { Raiser } from '#functions/store/matter-store.ts';
import type { Before, ChangedItem, Owed } from '#functions/store/owed-store.ts';
import { type MonthChange, requestFor } from '#functions/store/roll-up-queue.ts';
import { type AuditKind, shortAddress } from '#shared/access/audit.ts';
import type { Actor } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';

/** What a change owes once it is stored: an entry of the audit, and for some that concerns are raised or figures follow. */
export interface Owes {
  /** By what name the audit knows the change. */
  readonly of: string;
  /** By default `changed`. */
  readonly kind?: AuditKind;
  readonly raises?: Raiser;
  readonly rollUp?: MonthChange;
}

/** A change that is stored, and the note of what it owes, if this request wrote that. */
export interface Stored {
  readonly owes: Owes;
  readonly owed: Owed | undefined;
}

/** A change that is about to be stored. */
interface Change<Next> {
  /** For the store: it calls this with what it will store, just before it does. */
  readonly before: Before<Next>;
  /** @param added whether it was stored now, and not before */
  readonly stored: (stored: Next, added: boolean) => Stored;
}

/** Makes a change write down what it owes. */
export function changeOf<Next>({ note }: Pick<Owing, 'note'>, owesOf: (stored: Next) => Owes): Change<Next> {
  let owed: Owed | undefined;
  return {
    async before(next, item) {
      owed = await note(owesOf(next), item);
    },
    stored: (stored, added) => ({ owes: owesOf(stored), owed: added ? owed : undefined }),
  };
}

/** How the changes of a request pay what they owe. */
export interface Owing {
  /**
   * Writes down what a change owes, before it is made: whatever is lost afterwards, `functions/rollup/settle-owed.ts` pays.
   *
   * @throws {Error} where that cannot be written: then the change is not to be made
   */
  readonly note: (owes: Owes, item?: ChangedItem) => Promise<Owed>;
  /** Clears the note of a change that was refused. */
  readonly drop: (owed: Owed) => Promise<void>;
  /**
   * Pays what stored changes owe, but the entries of the audit: those it returns, for the answer. What was stored before is
   * paid again, which changes nothing.
   */
  readonly pay: (changes: readonly Stored[]) => Promise<readonly ToRecord[]>;
}

type PayDeps = Pick<HttpDeps, 'owed' | 'queue' | 'matters'>;

/** How the changes that somebody asks for by a request pay what they owe. */
export function owingOf({ now, route, address }: Request, by: Actor, { owed: store, queue, matters }: PayDeps): Owing {
  return {
    async note({ of, kind = 'changed', raises, rollUp }, item) {
      const id = randomUUID();
      const event = { kind, at: now, from: shortAddress(address), by, of, change: id };
      const owed: Owed = {
        ...{ id, district: districtOf(by.unit), at: now, event },
        ...(item && { item }),
        ...(raises && { raises: raises.source }),
        ...(rollUp && { rollUp: requestFor(rollUp) }),
      };
      await store.note(owed);
      return owed;
    },

    drop: (owed) => store.clear(owed),

    async pay(changes) {
      const requests = new Map(
        changes.flatMap(({ owes: { rollUp } }) => (rollUp ? [[JSON.stringify(rollUp), requestFor(rollUp)]] : [])),
      );
      let paid = true;
      const attempt = async (what: string, work: Promise<unknown> | undefined) => {
        try {
          await work;
        } catch (error) {
          paid = false;
          logFault(what, route, error);
        }
      };
      await Promise.all(
        changes.map(({ owes: { raises } }) => attempt('matters not raised', raises && matters?.raise(raises))),
      );
      // The queue keeps one message a minute, by the minute in which it was asked. That is now, after the change, and
      // not when the request came: else a change at the turn of the minute could be left to a run that had already begun.
      const asked = new Date().toISOString();
      await Promise.all(
        [...requests.values()].map((request) => attempt('roll-up not asked for', queue?.ask(request, asked))),
      );
      return changes.flatMap(({ owes: { of, kind = 'changed' }, owed }) => (owed ? [{ kind, of, owed, paid }] : []));
    },
  };
}
