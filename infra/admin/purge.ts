import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import type { Instant } from '#shared/period.ts';
import { purgesOf } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { districtOf } from '#shared/units/units.ts';

interface Stores {
  readonly purges: PurgeStore;
  readonly matters: Pick<MatterStore, 'removeFreeText'>;
  readonly drafts: Pick<DraftStore, 'removeAll'>;
  readonly audit: Pick<AuditStore, 'append'>;
}

/**
 * Removes the free text of a report, of the matters it raised and of the drafts of its amendments, as one account of
 * the district has requested and another approved. Running it again changes nothing. The revisions keep their figures
 * and digests.
 *
 * @returns a sentence for the operator
 * @throws {Error} if no request is approved
 */
export async function purgeReport(
  id: ReportId,
  { purges, matters, drafts, audit }: Stores,
  now: Instant,
): Promise<string> {
  const approved = purgesOf(await purges.steps(id)).filter((purge) => purge.approved && !purge.purged);
  if (approved.length === 0) throw new Error(`${id}: nothing is asked by one account and approved by another.`);
  const said: string[] = [];
  for (const { upTo, asked } of approved) {
    const count = await purges.removeFreeText(id, upTo);
    await matters.removeFreeText(id, asked.at);
    await drafts.removeAll(id);
    await purges.add({ id, upTo, step: 'purged', at: now });
    await audit.append(districtOf(id), { kind: 'purge', at: now, of: `purged ${id}#${upTo}`, from: 'operator' });
    said.push(`${id}: the words of ${count} revisions are taken out, up to ${upTo}.`);
  }
  return said.join('\n');
}
