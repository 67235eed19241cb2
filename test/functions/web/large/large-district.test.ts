import { brotliCompressSync, constants } from 'node:zlib';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { waitingStore } from '#functions/store/waiting-store.ts';
import { showReviews } from '#functions/web/reviews/show-reviews.tsx';
import { showTasks } from '#functions/web/tasks/show-tasks.tsx';
import { write } from '#infra/demo/demo-db.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { district, entered } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Unit } from '#shared/units/units.ts';
import { pages } from '#test/bench/week-actions.ts';
import { onDynalite } from '#test/dynamodb.ts';
import type { PageContext } from '#web/context.ts';
import { renderPage } from '#web/render.ts';

const month = '2026-08' as Month;
/** August is closed. */
const now = '2026-09-21T02:00:00.000Z';
const MOST_BYTES = 45_000;

/** As many communes as a large district has, and cells just enough that it is one; few have reported. */
const communes = Array.from({ length: 130 }, (_, n): Unit => {
  return { ...district, id: `${district.id}.xa-${n}`, name: `Số ${n}`, kind: 'xã', level: 'commune' };
});
const cellsOf = ({ id }: Unit) =>
  Array.from({ length: 16 }, (_, n): Unit => {
    return { ...district, id: `${id}.thon-${n}`, name: `Thôn ${n}`, kind: 'Chi bộ', level: 'cell', type: 'thon' };
  });
const reporting = communes.slice(0, 3);

const bytesOf = (html: string) =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length + 900;

describe('a district of 130 communes and more than 2,000 cells', () => {
  const database = onDynalite();
  let requests = 0;
  let db: DynamoDBDocumentClient;
  let revisions: Revision[];
  const stores = () => rollUpStores(database().db, database());
  const roll = (at = now) => rollUp({ district: district.id, month, official: true }, stores(), at);

  beforeAll(async () => {
    db = Object.assign(Object.create(database().db) as DynamoDBDocumentClient, {
      send: (command: never) => {
        requests += 1;
        return database().db.send(command);
      },
    });
    await write(
      database(),
      database().cells,
      unitItems([district, ...communes, ...communes.flatMap(cellsOf)], entered),
    );
    revisions = reporting
      .flatMap(cellsOf)
      .flatMap((cell) => demoReports(cell, district, ['2026-07' as Month, month], now));
    for (const revision of revisions) await stores().reports.append(revision, revision.revision - 1);
    await roll();
  }, 120_000);

  const ask = async <Deps>(action: Action<Deps>, query: object) => {
    const viewer = { user: 'huyen', role: 'district', unit: district.id, scope: [district.id] };
    const { db: own, cells, meetings, scorecards } = database();
    const deps = {
      directory: directoryStore(own, cells),
      reports: reportStore(own, meetings),
      scorecards: scorecardStore(own, scorecards),
      waiting: waitingStore(own, scorecards),
    };
    const request = { params: {}, query, body: {}, viewer, lang: 'vi', now, unread: [] } as unknown as SignedIn;
    return action(request, deps as never);
  };
  type Counted = { waiting: number; countedAt: string; communes: { unit: string; waiting: number | null }[] };
  const overview = async () => (await ask(showReviews, { unit: district.id, month })).json as Counted;
  const listOf = async (unit: string) =>
    (await ask(showReviews, { unit, month })).json as { waiting: number; reports: { id: string; revision: number }[] };

  it('has pages of few bytes and few requests, whatever its cells', async () => {
    const answers = pages(db, database(), { district: district.id, month, now }).district;
    const counts: Record<string, number> = {};
    for (const name of ['home', 'matrix', 'reviews', 'tasks', 'tasks today', 'actions']) {
      requests = 0;
      const html = await (answers[name] as () => Promise<string>)();
      counts[name] = requests;
      expect(bytesOf(html), name).toBeLessThanOrEqual(MOST_BYTES);
    }
    expect(counts).toEqual({ home: 9, matrix: 4, reviews: 2, tasks: 1, 'tasks today': 1, actions: 3 });
  });

  it('says of each commune how many reports wait, as its list has them', async () => {
    const { waiting, communes: rows } = await overview();
    expect(rows).toHaveLength(130);
    let sum = 0;
    for (const { id } of reporting) {
      const own = rows.find(({ unit }) => unit === id)?.waiting;
      expect(own).toBe((await listOf(id)).waiting);
      sum += own ?? 0;
    }
    expect(sum).toBeGreaterThan(0);
    expect(waiting).toBe(sum);
    expect(rows[0]?.waiting).toBe(Math.max(...rows.map((each) => each.waiting ?? 0)));
  });

  it('shows a decision at once in the list from which it was taken, and among the counts with the next roll-up', async () => {
    const before = await overview();
    const unit = before.communes[0]?.unit ?? '';
    const { reports, waiting } = await listOf(unit);
    const decided = await stores().reports.newest(reports[0]?.id as Revision['id']);
    if (!decided) throw new Error('Nothing waits');
    const by = { user: 'huyen', role: 'district', unit: district.id } as const;
    const { report, revision } = decided;
    await stores().reports.append({ report, state: 'returned', reason: 'Thiếu', by, at: now }, revision);
    expect((await listOf(unit)).waiting).toBe(waiting - 1);
    expect((await overview()).waiting).toBe(before.waiting);
    await roll('2026-09-21T02:05:00.000Z');
    const after = await overview();
    expect(after.waiting).toBe(before.waiting - 1);
    expect(after.countedAt).toBe('2026-09-21T02:05:00.000Z');
  });

  it('leads to a report and to a commune in that commune’s own list', async () => {
    const { reports } = await listOf(reporting[0]?.id ?? '');
    const id = reports[0]?.id;
    const found = await ask(showReviews, { unit: district.id, month, report: id, tag: 'any' });
    expect(found.location).toBe(`/reviews?month=${month}&report=${id}&tag=any&unit=${reporting[0]?.id}`);
    expect((await ask(showReviews, { unit: district.id, month, commune: communes[5]?.id })).location).toBe(
      `/reviews?month=${month}&unit=${communes[5]?.id}`,
    );
    const strange = await ask(showReviews, { unit: district.id, month, commune: 'huyen-khac.xa' });
    expect(strange.location).toBeUndefined();
  });

  it('counts its tasks as its scorecard does', async () => {
    const { counts, communes: rows } = (await ask(showTasks, { unit: district.id, month })).json as {
      counts: { overdue: number; due: number };
      communes: { unit: string; overdue: number }[];
    };
    const scorecard = await stores().scorecards.current(district.id, month);
    const { numerator, denominator } = partsOf(scorecard?.indicators, 'tasksOverdue');
    expect(counts).toMatchObject({ overdue: numerator, due: denominator });
    expect(denominator).toBeGreaterThan(0);
    expect(rows.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(numerator);
  });

  it('reads in English', async () => {
    const { page } = await ask(showReviews, { unit: district.id, month });
    const session = { user: 'huyen', role: 'district', unit: district.id };
    const shown = await page?.({ lang: 'en', path: '/', session } as unknown as PageContext);
    expect(shown && renderPage(shown)).toContain('reports wait for the district');
  });
});
