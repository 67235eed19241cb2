import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Answer } from '#functions/http/answer.ts';
import { cachedUnits } from '#functions/http/cached-units.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { showTrend } from '#functions/scorecards/show-trend.tsx';
import { showActions } from '#functions/steering/actions/show-actions.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { officerStore } from '#functions/store/officer-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { reportTaskStore } from '#functions/store/report-task-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { waitingStore } from '#functions/store/waiting-store.ts';
import { showHome } from '#functions/web/home/show-home.tsx';
import { showOfficers } from '#functions/web/officers/show-officers.tsx';
import { showGrid } from '#functions/web/reports/grid.tsx';
import { showBoard } from '#functions/web/reports/show-board.tsx';
import { showReviews } from '#functions/web/reviews/show-reviews.tsx';
import { showTasks } from '#functions/web/tasks/show-tasks.tsx';
import { showThemes } from '#functions/web/themes/show-themes.tsx';
import { addMonths, monthAt } from '#shared/period.ts';
import type { PageContext } from '#web/context.ts';
import { renderPage } from '#web/render.ts';

interface Asked {
  readonly district: string;
  /** Whose pages are asked for besides the district's. */
  readonly commune?: string;
  readonly month: string;
  readonly now: string;
}

/** By a name, what answers a page with its HTML. */
type Pages = Readonly<Record<string, () => Promise<string>>>;

/** The pages of a board's week and of a commune's month, each answered as the functions answer it: action, rendering. */
export function pages(db: DynamoDBDocumentClient, tables: TableNames, { district, commune, month, now }: Asked) {
  const { cells, meetings, scorecards, matters, actions, transient } = tables;
  const directory = directoryStore(db, cells);
  const deps = {
    directory,
    reports: reportStore(db, meetings),
    reportTasks: reportTaskStore(db, meetings),
    taskWords: taskWordStore(db, meetings),
    asks: askStore(db, meetings),
    registers: registerStore(db, meetings),
    visits: visitStore(db, meetings),
    reopenings: reopeningStore(db, cells),
    trainings: trainingStore(db, cells),
    baselines: baselineStore(db, cells),
    shapes: shapeStore(db, cells),
    matters: matterStore(db, matters),
    scorecards: scorecardStore(db, scorecards),
    waiting: waitingStore(db, scorecards),
    actions: actionStore(db, actions),
    drafts: draftStore(db, transient),
    guidance: guidanceStore(db, cells),
    officers: officerStore(db, meetings),
    thematicPlans: thematicPlanStore(db, meetings),
  };
  const pageOf =
    (role: 'district' | 'commune', unit: string) =>
    <Deps>(action: Action<Deps>, own: Deps, query: object, params: object = {}) =>
    async (): Promise<string> => {
      const viewer = { user: unit, role, unit, scope: [unit], forebears: [] };
      const session = { ...viewer, unitName: unit };
      const context = { lang: 'vi', path: '/', csrf: 'x'.repeat(43), session } as unknown as PageContext;
      const request = { params, query, body: {}, viewer, lang: 'vi', now, unread: [] } as unknown as SignedIn;
      // A request reads each commune's units once.
      const deps = { ...own, directory: cachedUnits(directory) };
      const { status, page: shown }: Answer = await action(request, deps);
      if (status !== 200 || !shown) throw new Error(`answered ${status}`);
      return renderPage(await shown(context));
    };
  const page = pageOf('district', district);
  const ofMonth = { unit: district, month };
  const own = pageOf('commune', commune ?? '');
  const running = { month: monthAt(now) };
  const tenYears = { from: addMonths(running.month, -119), to: running.month };
  return {
    district: {
      home: page(showHome, deps as never, {}),
      scorecard: page(showScorecard, deps as never, {}, ofMonth),
      matrix: page(showScorecard, deps as never, { view: 'matrix' }, ofMonth),
      reviews: page(showReviews, deps as never, ofMonth),
      tasks: page(showTasks, deps as never, { ...ofMonth, state: 'overdue' }),
      'tasks today': page(showTasks, deps as never, { unit: district }),
      actions: page(showActions, deps as never, { unit: district }),
      'trend of ten years': page(showTrend, deps as never, tenYears, { unit: district }),
    } as Pages,
    commune: {
      home: own(showBoard, deps as never, {}, running),
      board: own(showBoard, deps as never, {}, { month }),
      grid: own(showGrid, deps as never, {}, running),
      officers: own(showOfficers, deps as never, running),
      themes: own(showThemes, deps as never, {}),
      reviews: own(showReviews, deps as never, { month }),
      tasks: own(showTasks, deps as never, {}),
    } as Pages,
  };
}
