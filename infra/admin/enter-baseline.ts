import type { BaselineStore } from '#functions/store/baseline-store.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import { canonical } from '#shared/digest.ts';
import type { Instant } from '#shared/period.ts';
import { readBaseline } from '#shared/scorecards/baseline.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * Enters what a district counted in months before its first regime, on the word of the district. A month that already
 * says so is left alone; one that said something else gets its next revision.
 *
 * @returns a sentence for the operator
 * @throws {BadFile} naming every line that is wrong; then nothing is entered
 */
export async function enterBaseline(
  district: UnitId,
  text: string,
  baselines: Pick<BaselineStore, 'newest' | 'append'>,
  now: Instant,
  record: OperatorRecord,
): Promise<string> {
  const read = readBaseline(text);
  if (!read.ok) throw new BadFile(read.faults.join('\n'));
  let entered = 0;
  for (const said of read.months) {
    const newest = await baselines.newest(district, said.month);
    if (
      newest &&
      canonical(said) === canonical({ month: newest.month, counts: newest.counts, source: newest.source })
    ) {
      continue;
    }
    const base = newest?.revision ?? 0;
    await record(district, 'changed', `${district}_${said.month}_baseline#${base + 1}`);
    const { kind } = await baselines.append(district, said, base, { by: operatorOf(district), at: now });
    if (kind === 'stale') throw new Error(`Somebody else entered ${said.month} at the same time: look, and run again.`);
    if (kind === 'added') entered++;
  }
  return `${district}: ${entered} of ${read.months.length} months entered; the others stood already.`;
}
