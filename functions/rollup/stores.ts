import type { Stores } from '#functions/rollup/run.ts';
import type { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { officerStore } from '#functions/store/officer-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { waitingStore } from '#functions/store/waiting-store.ts';

/** What a roll-up works with. */
export function rollUpStores(
  db: ReturnType<typeof documentClient>,
  { cells, meetings, matters, scorecards }: Pick<TableNames, 'cells' | 'meetings' | 'matters' | 'scorecards'>,
) {
  return {
    directory: directoryStore(db, cells),
    reports: reportStore(db, meetings),
    visits: visitStore(db, meetings),
    officers: officerStore(db, meetings),
    thematicPlans: thematicPlanStore(db, meetings),
    matters: matterStore(db, matters),
    scorecards: scorecardStore(db, scorecards),
    waiting: waitingStore(db, scorecards),
    reopenings: reopeningStore(db, cells),
  } satisfies Stores;
}
