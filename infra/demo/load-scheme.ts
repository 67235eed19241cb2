import { baselineItem } from '#functions/store/baseline-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { demoDb, write } from '#infra/demo/demo-db.ts';
import { schemeBaseline, schemeMonths, schemeReports } from '#infra/demo/scheme.ts';
import { district } from '#infra/demo/units.ts';
import type { LocalSystem } from '#infra/local/system.ts';
import type { Month } from '#shared/period.ts';

/**
 * Adds the scheme's own span to the demonstration: the counts of the year before it, and the reports and official
 * scorecards of its first two years, made up and marked so. It does nothing if that stands there; a start after a kill
 * does everything again. The words of those reports would have expired long ago: there are none.
 */
export async function loadScheme(system: Pick<LocalSystem, 'operator' | 'invoke' | 'fill'>): Promise<void> {
  const { operator, invoke } = system;
  const tables = tablesOf(operator.outputs);
  const demo = demoDb(system);
  const last = schemeMonths.at(-1) as Month;
  if (await scorecardStore(demo.db, tables.scorecards).current(district.id, last)) return;
  await write(demo, tables.cells, schemeBaseline().map(baselineItem));
  await write(
    demo,
    tables.meetings,
    schemeReports().map((revision) => revisionItems(revision).facts),
  );
  // The oldest month comes first: each scorecard compares itself with those of earlier months.
  for (const month of schemeMonths) {
    await invoke(operator.outputs['RollupFunction'] ?? '', { district: district.id, month, official: true });
  }
}
