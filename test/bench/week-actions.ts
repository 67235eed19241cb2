import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { showActions } from '#functions/steering/actions/show-actions.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { reportTaskStore } from '#functions/store/report-task-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import { tableNamesBy } from '#functions/store/tables.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { showHome } from '#functions/web/home/show-home.tsx';
import { showReviews } from '#functions/web/reviews/show-reviews.tsx';
import { showTasks } from '#functions/web/tasks/show-tasks.tsx';
import type { PageContext } from '#web/context.ts';
import { renderPage } from '#web/render.ts';

interface Asked {
  readonly district: string;
  readonly month: string;
  readonly now: string;
}

/** The pages of a board's week, each answered as the functions answer it: action, rendering. */
export function pages(db: DynamoDBDocumentClient, { district, month, now }: Asked) {
  const { cells, meetings, scorecards, matters, actions } = tableNamesBy(({ id }) => id);
  const deps = {
    directory: directoryStore(db, cells),
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
    actions: actionStore(db, actions),
  };
  const viewer = { user: 'district', role: 'district', unit: district, scope: [district] };
  const context = { lang: 'vi', path: '/', session: { ...viewer, unitName: 'huyện' } } as unknown as PageContext;
  const page =
    <Deps>(action: Action<Deps>, own: Deps, query: object, params: object = {}) =>
    async (): Promise<string> => {
      const request = { params, query, body: {}, viewer, lang: 'vi', now, unread: [] } as unknown as SignedIn;
      const { status, page: shown }: Answer = await action(request, own);
      if (status !== 200 || !shown) throw new Error(`answered ${status}`);
      return renderPage(await shown(context));
    };
  const ofMonth = { unit: district, month };
  return {
    home: page(showHome, deps as never, {}),
    scorecard: page(showScorecard, deps as never, {}, ofMonth),
    matrix: page(showScorecard, deps as never, { view: 'matrix' }, ofMonth),
    reviews: page(showReviews, deps as never, ofMonth),
    tasks: page(showTasks, deps as never, { ...ofMonth, state: 'overdue' }),
    actions: page(showActions, deps as never, { unit: district }),
  };
}
