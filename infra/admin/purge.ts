import type { Accounts } from '#functions/cognito/accounts.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { OPERATOR } from '#shared/access/audit.ts';
import { handledDays } from '#shared/access/same-hand.ts';
import type { Instant } from '#shared/period.ts';
import { mayApprove, type PurgeStep, purgesOf } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { districtOf } from '#shared/units/units.ts';

interface Stores {
  readonly purges: PurgeStore;
  readonly matters: Pick<MatterStore, 'removeFreeText'>;
  readonly drafts: Pick<DraftStore, 'removeAll'>;
  readonly audit: Pick<AuditStore, 'append' | 'handlings'>;
}

/**
 * Removes the free text of a report, of the matters it raised and of the drafts of its amendments, as one person of the
 * district has requested and another approved. Running it again changes nothing. The revisions keep their figures and
 * digests.
 *
 * @returns a sentence for the operator that names both with their dates
 * @throws {Error} if no request is approved by a second person
 */
export async function purgeReport(
  id: ReportId,
  { purges, matters, drafts, audit }: Stores,
  now: Instant,
): Promise<string> {
  const district = districtOf(id);
  const said: string[] = [];
  for (const { upTo, asked, approved, purged } of purgesOf(await purges.steps(id))) {
    if (!approved || purged) continue;
    const handlings = await audit.handlings(district, handledDays(asked.at, approved.at));
    if (!approved.operator && !mayApprove(asked, approved.by?.user, handlings)) {
      throw new Error(`${id}: ${nameOf(asked)} and ${nameOf(approved)} may be one person.`);
    }
    const count = await purges.removeFreeText(id, upTo);
    await matters.removeFreeText(id, asked.at);
    await drafts.removeAll(id);
    // The record comes before the last step: a command that is stopped and given again leaves an entry too many rather than
    // programs that mirror the words without a word of it.
    await operatorRecord(audit, now)(district, 'purge', `purged ${id}#${upTo}`);
    await purges.add({ id, upTo, step: 'purged', at: now });
    said.push(
      `${id}: the words of ${count} revisions are taken out, up to ${upTo}; asked by ${nameOf(asked)} on ${asked.at}, ` +
        `approved by ${nameOf(approved)} on ${approved.at}.`,
    );
  }
  if (said.length === 0)
    throw new Error(
      `${id}: nothing is asked by one person and approved by another that is not taken out yet. Both do it at /reports/${id}/purge.`,
    );
  return said.join('\n');
}

/**
 * Approves a request by the operator's name, where no account of the district belongs to a second person.
 *
 * @param name of the person who works as operator, for the record
 * @throws {Error} if nothing waits for approval, or if somebody of the district may approve it
 */
export async function approveAsOperator(
  id: ReportId,
  name: string,
  { purges, audit, accounts }: Pick<Stores, 'purges' | 'audit'> & { readonly accounts: Pick<Accounts, 'within'> },
  now: Instant,
): Promise<void> {
  const district = districtOf(id);
  const waiting = purgesOf(await purges.steps(id)).filter(({ approved }) => !approved);
  if (waiting.length === 0) throw new Error(`${id}: no request waits for approval.`);
  const own = (await accounts.within(district)).filter(({ role, enabled }) => role === 'district' && enabled);
  for (const { upTo, asked } of waiting) {
    const handlings = await audit.handlings(district, handledDays(asked.at, now));
    const second = own.find(({ user }) => mayApprove(asked, user, handlings));
    if (second)
      throw new Error(`${id}: ${second.user} of the district may approve this; the operator stands in for nobody.`);
    await purges.add({ id, upTo, step: 'approved', at: now, operator: name });
    const of = `approved ${id}#${upTo} ${OPERATOR} ${name}`;
    await operatorRecord(audit, now)(district, 'purge', of);
  }
}

function nameOf({ by, operator }: PurgeStep): string {
  return operator ? `the operator ${operator}` : (by?.user ?? 'nobody');
}
