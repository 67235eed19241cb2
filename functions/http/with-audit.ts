import { logFault } from '#functions/fault.ts';
import type { Answer } from '#functions/http/answer.ts';
import { evenTime } from '#functions/http/even-time.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { Request } from '#functions/http/request.ts';
import { alarmingWords, transientKinds } from '#functions/store/tables.ts';
import { type AuditKind, shortAddress } from '#shared/access/audit.ts';
import type { Session } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';

/** Kinds that are already done when they are recorded; the others are recorded before their data leaves. */
const isDone: ReadonlySet<AuditKind> = new Set(['changed', 'account', 'token', 'purge', 'recovered']);
/** Where such tries stand in place of a district: the store adds `#` and the day. */
const TRIED = transientKinds.tried.slice(0, -1);
/** Kinds that an outsider tries at an account, which need not exist. */
const isTry: ReadonlySet<AuditKind> = new Set(['refused', 'code-asked']);
/** Kinds whose actor is not the user who is signed in on that device. */
const isOutside: ReadonlySet<AuditKind> = new Set([...isTry, 'recovered']);

/**
 * Records what an answer shows or has changed, and then returns the answer; to a try from outside, at an even time.
 *
 * @throws {Error} if the audit cannot be written: nothing is shown without a record, but what was typed is given back.
 *   A change is already done, so it is still answered; its entry stays owed, and settling writes it
 */
export async function withAudit(
  answer: Answer,
  { now, route, address }: Request,
  session: Session | undefined,
  { audit, tried, owed }: Pick<HttpDeps, 'audit' | 'tried' | 'owed'>,
): Promise<Answer> {
  for (const { kind, of, by: named, district, owed: note, paid } of answer.audit ?? []) {
    const actor = session && { user: session.user, role: session.role, unit: session.unit };
    const by = named ?? (isOutside.has(kind) ? undefined : actor);
    const event = note?.event ?? { kind, at: now, from: shortAddress(address), ...(by && { by }), ...(of && { of }) };
    try {
      const whose = district ?? (by && districtOf(by.unit));
      // A name that nobody has is on no record that lasts, but costs the same work, so that the time does not tell.
      await (whose ? audit.append(whose, event) : tried.append(TRIED, event));
      if (note && paid) await owed.paid(note, new Date().toISOString());
    } catch (error) {
      if (!isDone.has(kind)) {
        if (!answer.unrecorded) throw error;
        logFault(alarmingWords.unavailable, route, error);
        return answer.unrecorded;
      }
      logFault(alarmingWords.notOnRecord, route, error);
    }
  }
  if (answer.audit?.some(({ kind }) => isTry.has(kind))) await evenTime(now);
  return answer;
}
