import { agendaStore } from '#functions/store/agenda-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { officerStore } from '#functions/store/officer-store.ts';
import type { PracticeStore } from '#functions/store/practice-store.ts';
import { proposalStore } from '#functions/store/proposal-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import type { Viewer } from '#shared/access/can.ts';
import { addMonths } from '#shared/period.ts';
import { type Practice, practiceCell, practiceMonth, practiceUnits } from '#shared/practice/practice.ts';
import { sceneMatters } from '#shared/practice/scene.ts';
import { districtOf } from '#shared/units/units.ts';

/** What a function that lets people practise has of its own: where they do, and what all may read. */
export interface PracticeSource {
  readonly practices: PracticeStore;
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly library: Pick<LibraryStore, 'all' | 'revisionsOf'>;
  readonly originSecrets: readonly string[];
}

export type PracticeDeps = Awaited<ReturnType<typeof practiceDeps>>;

/**
 * The stores with which the real actions work while somebody practises: each keeps its records in the practice, and none
 * knows a table of records. The district's orientation and
 * guidebook are the real ones, for everybody may read them.
 */
export async function practiceDeps(
  { practices, directory, guidance, library, originSecrets }: PracticeSource,
  { user, unit }: Pick<Viewer, 'user' | 'unit'>,
  practice: Practice,
) {
  const district = districtOf(unit);
  const units = practiceUnits(practice, (await directory.unit(district))?.choices);
  const view = practices.viewOf(user, practice);
  const reports = reportStore(view, '');
  const month = practiceMonth(practice);
  return {
    originSecrets,
    reports,
    agendas: agendaStore(view, ''),
    asks: askStore(view, ''),
    drafts: draftStore(view, ''),
    officers: officerStore(view, ''),
    proposals: proposalStore(view, ''),
    purges: purgeStore(view, ''),
    registers: registerStore(view, ''),
    reopenings: reopeningStore(view, ''),
    targets: targetStore(view, ''),
    taskWords: taskWordStore(view, ''),
    thematicPlans: thematicPlanStore(view, ''),
    visits: visitStore(view, ''),
    directory: {
      unit: async (id: string) => units.find((each) => each.id === id),
      allUnits: async () => [...units],
      subtree: async () => [...units],
      elsewhere: async () => [],
    },
    /** Nobody does anything about figures that are counted nowhere. */
    actions: { all: async () => [] },
    /** The month that is tried has not closed, and nobody counts it. */
    scorecards: { official: async () => undefined },
    guidance: { ofMonth: (_: string, of: typeof month) => guidance.ofMonth(district, of) },
    library: {
      all: () => library.all(district),
      revisionsOf: (_: string, number: number) => library.revisionsOf(district, number),
    },
    /** Concerns are read off the reports that raise them: no second record is kept of them. */
    matters: {
      async all() {
        const found = await Promise.all(
          [addMonths(month, -1), month, addMonths(month, 1)].map((each) => reports.newestOfMonth(practiceCell, each)),
        );
        return sceneMatters(await Promise.all(found.flat().map((each) => reports.withFreeText(each))), practice);
      },
    },
  };
}
