import type { Accounts } from '#functions/cognito/accounts.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { WordsStore } from '#functions/store/words-store.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { areTwoPersons, handledDays } from '#shared/access/same-hand.ts';
import type { BriefingRevision } from '#shared/briefings/briefing.ts';
import { type Instant, type Month, parseMonth } from '#shared/period.ts';
import type { SummaryRevision } from '#shared/summaries/summary-words.ts';
import { districtOf, isUnitId } from '#shared/units/units.ts';

interface Stores {
  readonly briefings: Pick<WordsStore<BriefingRevision>, 'removeWords'>;
  readonly summaries: Pick<WordsStore<SummaryRevision>, 'removeWords'>;
  readonly audit: Pick<AuditStore, 'append' | 'handlings'>;
  readonly accounts: Pick<Accounts, 'within'>;
}

/** The words of a report of a unit, as the audit and the pages name them. */
export interface WordsName {
  readonly unit: string;
  readonly months: readonly [Month] | readonly [Month, Month];
}

/**
 * @example parseWordsName('hiep-hoa_2021-02_briefing') //=> { unit: 'hiep-hoa', months: ['2021-02'] }
 */
export function parseWordsName(text: string): WordsName | undefined {
  const [, unit = '', from, to, kind] = /^([^_]+)_(\d{4}-\d\d)(?:_(\d{4}-\d\d))?_(briefing|summary)$/.exec(text) ?? [];
  const [first, last] = [parseMonth(from ?? ''), parseMonth(to ?? '')];
  if (!isUnitId(unit) || !first) return undefined;
  if (kind === 'briefing') return to === undefined ? { unit, months: [first] } : undefined;
  return last ? { unit, months: [first, last] } : undefined;
}

/**
 * Removes what was written into a briefing or summary, as two persons of the district ask. It then says again what
 * follows from the figures; who wrote, and when, stays. Running it again changes nothing.
 *
 * @param asked two accounts of the district's board, on whose word the operator acts
 * @returns a sentence for the operator
 * @throws {Error} if the accounts are not the board's, or may be one person's
 */
export async function purgeWords(
  { unit, months: [from, to] }: WordsName,
  [first, second]: readonly [string, string],
  { briefings, summaries, audit, accounts }: Stores,
  now: Instant,
): Promise<string> {
  const district = districtOf(unit);
  const board = (await accounts.within(district)).filter(({ role, enabled }) => role === 'district' && enabled);
  for (const user of [first, second]) {
    if (!board.some((each) => each.user === user))
      throw new Error(`${user} is no account of the board of ${district}.`);
  }
  if (!areTwoPersons(first, second, await audit.handlings(district, handledDays(now, now)))) {
    throw new Error(`${first} and ${second} may be one person.`);
  }
  const name = to ? `${unit}_${from}_${to}_summary` : `${unit}_${from}_briefing`;
  await operatorRecord(audit, now)(district, 'purge', `purged ${name} ${first} ${second}`);
  const count = await (to ? summaries.removeWords({ unit, from, to }) : briefings.removeWords({ unit, month: from }));
  return `${name}: the words of ${count} revisions are taken out, as ${first} and ${second} asked.`;
}
