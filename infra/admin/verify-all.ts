import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AuditStore, SealStore } from '#functions/store/audit-store.ts';
import { textOf } from '#functions/store/raw-item.ts';
import { allRaw } from '#infra/admin/archive/raw-tables.ts';
import { remembering } from '#infra/admin/archive/remembering.ts';
import { sayVerdict } from '#infra/admin/say-verdict.ts';
import { type Reading, type ScorecardKey, verify } from '#infra/admin/verify.ts';
import { verifyAudit } from '#infra/admin/verify-audit.ts';
import { verifyParent } from '#infra/admin/verify-parent.ts';
import { type Instant, type Month, parseMonth } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

interface Deps {
  readonly client: DynamoDBClient;
  readonly scorecards: string;
  readonly stores: Reading & {
    readonly directory: { parent(id: UnitId): Promise<unknown> };
    readonly scorecards: Parameters<typeof verifyParent>[1];
  };
  readonly audit: Pick<AuditStore, 'day'>;
  readonly seals: Pick<SealStore, 'all'>;
  readonly keepDays: number;
}

/**
 * Counts every official scorecard again, each revision of each unit, and follows the audit's chain of each district.
 *
 * @param districts absent: all that have any
 * @returns a sentence for the operator
 * @throws {Error} naming all that are not the same or not whole, or a district of which there is nothing
 */
export async function verifyAll(
  districts: readonly UnitId[] | undefined,
  { client, scorecards, stores, audit, seals, keepDays }: Deps,
  now: Instant,
): Promise<string> {
  const keys: ScorecardKey[] = [];
  const roots = new Set<UnitId>(districts);
  for await (const item of allRaw(client, scorecards)) {
    const key = keyIn(textOf(item, 'pk'), textOf(item, 'sk'));
    if (!key || (districts && !districts.includes(districtOf(key.unit)))) continue;
    keys.push(key);
    roots.add(districtOf(key.unit));
  }
  keys.sort((a, b) => (a.month === b.month ? (a.unit < b.unit ? -1 : 1) : a.month < b.month ? -1 : 1));
  const faults: string[] = [];
  const parents = new Map<UnitId, boolean>();
  let month: Month | undefined;
  let reading: Reading = stores;
  for (const key of keys) {
    // All units of a month rest on the same reports: they are read once.
    if (key.month !== month) reading = rememberingReads(stores);
    month = key.month;
    if (!parents.has(key.unit)) parents.set(key.unit, (await stores.directory.parent(key.unit)) !== undefined);
    const isParent = parents.get(key.unit);
    try {
      sayVerdict(isParent ? await verifyParent(key, stores.scorecards) : await verify(key, reading, now));
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  let entries = 0;
  for (const root of roots) {
    const verdict = await verifyAudit(root, { audit, seals }, { now, keepDays });
    entries += verdict.entries;
    faults.push(...verdict.faults.map((fault) => `${root}, audit of ${fault}`));
    if (verdict.entries === 0 && districts && !keys.some(({ unit }) => districtOf(unit) === root)) {
      faults.push(`${root}: there is nothing of it to follow: see how the name is written.`);
    }
  }
  const counted = `${keys.length} official scorecards counted again, ${entries} entries of ${roots.size} audits followed`;
  if (faults.length > 0) throw new Error([`${counted}: NOT ALL THE SAME.`, ...faults].join('\n  '));
  return `${counted}: all the same.`;
}

function rememberingReads(stores: Reading): Reading {
  const { scorecards, directory, officers, thematicPlans, reopenings, reports, visits, matters } = stores;
  return {
    scorecards,
    directory: remembering(directory),
    officers: remembering(officers),
    thematicPlans: remembering(thematicPlans),
    reopenings: remembering(reopenings),
    reports: remembering(reports),
    visits: remembering(visits),
    matters: remembering(matters),
  };
}

function keyIn(pk: string, sk: string): ScorecardKey | undefined {
  const [, text = '', revision] = /^(\d{4}-\d\d)#official#(\d{4})$/.exec(sk) ?? [];
  const month = parseMonth(text);
  return month && { unit: pk, month, revision: Number(revision) };
}
