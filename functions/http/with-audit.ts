import { logFault } from '#functions/fault.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { Request } from '#functions/http/request.ts';
import { NO_DISTRICT } from '#functions/store/audit-store.ts';
import { type AuditKind, shortAddress } from '#shared/access/audit.ts';
import type { Session } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';

/** Kinds of what is done when it is put on record; others are only about to be given away. */
const isDone: ReadonlySet<AuditKind> = new Set(['changed', 'account', 'purge', 'recovered']);
/** Kinds of what is tried at an account from outside: whoever happens to be signed in there did not do it as such. */
const isOutside: ReadonlySet<AuditKind> = new Set(['refused', 'code-asked', 'recovered']);

/**
 * Puts on record what an answer gives away or has changed, and only then lets it go.
 *
 * @throws {Error} when the audit cannot be written: what is not on record is not shown. What was changed is done
 * already, so it is answered all the same, and the log says that the audit lacks it.
 */
export async function withAudit(
  answer: Answer,
  { now, route, address }: Request,
  session: Session | undefined,
  { audit }: Pick<HttpDeps, 'audit'>,
): Promise<Answer> {
  for (const { kind, of, by: named, district } of answer.audit ?? []) {
    const actor = session && { user: session.user, role: session.role, unit: session.unit };
    const by = named ?? (isOutside.has(kind) ? undefined : actor);
    const event = { kind, at: now, from: shortAddress(address), ...(by && { by }), ...(of && { of }) };
    try {
      await audit.append(district ?? (by ? districtOf(by.unit) : NO_DISTRICT), event);
    } catch (error) {
      if (!isDone.has(kind)) throw error;
      logFault('not on record', route, error);
    }
  }
  return answer;
}
