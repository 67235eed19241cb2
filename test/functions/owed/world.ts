import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { vi } from 'vitest';
import { reopen } from '#functions/directory/scorecards/reopen.tsx';
import { saveGroups } from '#functions/directory/visits/groups.tsx';
import { publishGuidance } from '#functions/guidance/guidance.tsx';
import { addPiece, changePiece } from '#functions/guidance/library/change-piece.tsx';
import { addTraining } from '#functions/guidance/trainings/change-training.tsx';
import { formToken } from '#functions/http/cookies.ts';
import { httpHandler } from '#functions/http/http-handler.tsx';
import { followRequest } from '#functions/rollup/follow-request.ts';
import { settleOwed } from '#functions/rollup/settle-owed.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { agendaStore } from '#functions/store/agenda-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { changedItems } from '#functions/store/changed-items.ts';
import { groupListItem } from '#functions/store/directory-store.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import { libraryStore } from '#functions/store/library-store.ts';
import { owedStore } from '#functions/store/owed-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { updateMatter } from '#functions/web/matters/show-matter.tsx';
import { saveOfficers } from '#functions/web/officers/save-officers.ts';
import { submitGrid } from '#functions/web/reports/grid.tsx';
import { decidePurge } from '#functions/web/reports/purge.tsx';
import { reviewReport } from '#functions/web/reports/review-report.tsx';
import { submitReport } from '#functions/web/reports/submit-report.tsx';
import { decideReviews } from '#functions/web/reviews/decide-reviews.tsx';
import { saveTargets } from '#functions/web/targets/save-targets.tsx';
import { planThemes } from '#functions/web/themes/plan-themes.ts';
import { submitVisit } from '#functions/web/visits/submit-visit.tsx';
import { matchPath } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { dayAt } from '#shared/period.ts';
import type { TestDatabase } from '#test/dynamodb.ts';
import { Faults, TestQueue } from '#test/functions/owed/faults.ts';
import { aUnit, entered, groupList } from '#test/shared/samples.ts';

/** When each story begins: a morning in an open month. */
const BEGINNING = '2026-11-20T02:00:00.000Z';
const SESSION = 'a-session-of-a-browser';

/** The actions that change something. */
const actions = {
  'POST /reports': submitReport,
  'POST /reports/{id}': reviewReport,
  'POST /reports/{id}/purge': decidePurge,
  'POST /reviews': decideReviews,
  'POST /months/{month}/grid': submitGrid,
  'POST /matters/{id}': updateMatter,
  'POST /officers': saveOfficers,
  'POST /themes': planThemes,
  'POST /targets': saveTargets,
  'POST /visits': submitVisit,
  'POST /groups': saveGroups,
  'POST /guidance': publishGuidance,
  'POST /library': addPiece,
  'POST /trainings': addTraining,
  'POST /library/{piece}': changePiece,
  'POST /scorecards/{unit}/{month}/reopen': reopen,
};

/** What a browser sends. */
export interface Sent {
  readonly by: Session;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the functions work with. */
function depsOn(
  { endpoint, cells, meetings, scorecards, matters, actions, audit, owed, transient }: TestDatabase,
  faults: Faults,
) {
  const db = faults.client(endpoint);
  const stores = rollUpStores(db, { cells, meetings, matters, scorecards });
  const record = auditStore(db, audit, 3653);
  return {
    ...stores,
    stores,
    audit: record,
    tried: record,
    guidance: guidanceStore(db, cells),
    library: libraryStore(db, cells),
    trainings: trainingStore(db, cells),
    files: { of: async () => [] },
    drafts: draftStore(db, transient),
    purges: purgeStore(db, meetings),
    agendas: agendaStore(db, meetings),
    asks: askStore(db, meetings),
    targets: targetStore(db, meetings),
    registers: registerStore(db, meetings),
    sealing: { audit: record, seals: sealStore(db, scorecards) },
    changed: changedItems(db, { cells, meetings, matters, actions }),
    owed: owedStore(db, owed),
    notices: { ask: () => undefined, shown: async () => undefined },
    originSecrets: ['none'],
  };
}

let sound: { readonly table: string; readonly deps: ReturnType<typeof depsOn> } | undefined;

/** Functions whose requests all go through: the same for all worlds of a suite, whose tables have names of their own. */
function soundOn(database: TestDatabase) {
  if (sound?.table !== database.owed) sound = { table: database.owed, deps: depsOn(database, new Faults()) };
  return sound.deps;
}

/** A district of one commune and one cell, and the functions that work on it, whose requests may fail. */
export async function aWorld(database: TestDatabase, district: string) {
  vi.setSystemTime(Date.parse(BEGINNING));
  const commune = `${district}.thanh-van`;
  const cell = `${commune}.thanh-binh`;
  const units = unitItems(
    [district, commune, cell].map((id) => aUnit(id)),
    entered,
  );
  const groups = { ...groupList({ 1: [commune] }), groups: [{ number: 1, members: [{ post: 'Trưởng ban' }] }] };
  const put = (Item: object) => database.db.send(new PutCommand({ TableName: database.cells, Item }));
  await Promise.all([...units, groupListItem(district, groups)].map(put));
  const queue = new TestQueue();
  const whole = soundOn(database);
  const depsOf = (faults?: Faults) => ({
    ...(faults ? depsOn(database, faults) : whole),
    queue: rollUpQueue((faults ?? new Faults()).sqs(queue), 'https://queue'),
  });
  const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
  const now = () => new Date().toISOString();

  return {
    district,
    commune,
    cell,
    /** When the story began. */
    began: BEGINNING,
    now,
    sound: whole,
    board: { user: `board.${district}`, role: 'district', unit: district } as const,
    officer: { user: `officer.${district}`, role: 'commune', unit: commune } as const,
    group: { user: `group.${district}`, role: 'group', unit: district, group: 1 } as const,

    /** Sends a form to the functions of the pages, a little later than what was before. */
    async send({ by, path, fields }: Sent, faults?: Faults): Promise<void> {
      pass(10);
      const sessions = { find: async () => ({ id: SESSION, session: by, secondsLeft: 3600 }) };
      const handler = httpHandler(actions as never, { ...depsOf(faults), sessions } as never);
      await handler(eventOf(path, fields), { getRemainingTimeInMillis: () => 15_000 } as Context);
    },

    /** The queue's messages reach the function a good minute later. */
    async deliver(): Promise<void> {
      pass(70);
      for (const message of queue.giveOut()) await followRequest(message, depsOf());
    },

    /** Follows a request of the queue. */
    follow: (request: object, faults?: Faults) => followRequest(request, depsOf(faults)),

    async settle(faults?: Faults): Promise<void> {
      pass(300);
      await settleOwed(depsOf(faults), now());
    },

    waiting: () => queue.waiting,

    record: () => whole.audit.day(district, dayAt(now())),
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

function eventOf(path: string, fields: Sent['fields']): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const found = matchPath('POST', rawPath);
  if (!found) throw new Error(`No such route: ${path}`);
  const { route: routeKey, params: pathParameters } = found;
  return {
    ...{ version: '2.0', routeKey, rawPath, rawQueryString, pathParameters },
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    headers: {
      'x-origin-secret': 'none',
      'x-forwarded-proto': 'https',
      'content-type': 'application/x-www-form-urlencoded',
    },
    cookies: [],
    requestContext: { http: { sourceIp: '203.0.113.77' } },
    isBase64Encoded: false,
    body: new URLSearchParams({ csrf: formToken(SESSION), ...fields }).toString(),
  } as unknown as APIGatewayProxyEventV2;
}
