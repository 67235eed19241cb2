import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { showTrend } from '#functions/scorecards/show-trend.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';
import type { Viewer } from '#shared/access/can.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { month } from '#test/shared/samples.ts';
import { contextOf } from '#test/web/contexts.ts';
import { renderPage } from '#web/render.ts';

const database = onDynalite();
let own: District;
let districts = 0;

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `bang-${districts}`);
});

const close = (of: string, at: string) =>
  rollUp({ district: own.district, month: month(of), official: true }, own.stores, at);

function ask(path: string, query: Record<string, string> = {}, viewer?: Partial<Viewer>): Promise<Answer> {
  const [unit = '', of = ''] = path.split('/');
  const request = {
    ...{
      params: { unit: own.district + unit, month: of },
      query,
      lang: 'vi',
      wantsJson: true,
      now: '2021-06-01T00:00:00.000Z',
    },
    viewer: { user: 'district', role: 'district', unit: own.district, scope: [own.district], ...viewer },
  } as unknown as SignedIn;
  const { db, cells, actions } = database();
  const deps = {
    ...own.stores,
    trainings: trainingStore(db, cells),
    baselines: baselineStore(db, cells),
    shapes: shapeStore(db, cells),
    actions: actionStore(db, actions),
  };
  return of ? showScorecard(request, deps) : showTrend(request, deps);
}
const fileOf = async (path: string, query?: Record<string, string>) => String((await ask(path, query)).file?.body);
const pageOf = async (path: string, query?: Record<string, string>) => {
  const { page } = await ask(path, query);
  if (!page) throw new Error('no page');
  return renderPage(await page(contextOf('vi')));
};

describe('an amendment after the closing', () => {
  beforeEach(async () => {
    await own.report('thanh-van.thanh-binh');
    await close('2021-02', '2021-03-11T00:00:00.000Z');
  });
  const amend = async () => {
    await own.report('thanh-van.thanh-binh', { present: 19, excused: 1 }, 1);
    await close('2021-02', '2021-03-20T00:00:00.000Z');
  };

  it('leaves every earlier revision to be taken again, byte for byte, its cells as they were', async () => {
    const files = ['2021-02.json', '2021-02.csv'].flatMap((name) => [
      [`/${name}`, { revision: '1' }] as const,
      [`/${name}`, { revision: '1', rows: 'cells' }] as const,
    ]);
    const taken = () => Promise.all(files.map(([path, query]) => fileOf(path, query)));
    const before = await taken();
    await amend();
    expect(await taken()).toEqual(before);
    expect(before.join()).not.toContain('undefined');
    const now = JSON.parse(await fileOf('/2021-02.json', { rows: 'cells' })) as {
      revision: number;
      cells: { unit: string; figures: { attendance: number[] } }[];
    };
    expect(now.revision).toBe(2);
    expect(now.cells.find(({ unit }) => unit.endsWith('thanh-binh'))?.figures.attendance).toEqual([19, 20]);
  });

  it('is shown by what it changed, and the old revision says that it is old', async () => {
    await amend();
    const page = await pageOf('/2021-02');
    expect(page).toContain('Lần 2 khác lần 1 ở đâu');
    expect(page).toContain('Đảng viên dự sinh hoạt: từ 17/20 thành 19/20');
    expect(page).toContain(`/scorecards/${own.district}/2021-02?revision=1`);
    expect(await pageOf('/2021-02', { revision: '1' })).toContain('Đây là bản cũ; bản mới nhất là lần 2.');
  });

  it.each([{ revision: '2' }, { revision: '0' }, { revision: '1; DROP' }])('there is no %j', async (query) => {
    expect((await ask('/2021-02.json', query)).status).toBe(404);
  });

  it('names the taker and the standing in files for reading, which are whole files', async () => {
    const [xlsx, pdf] = await Promise.all([ask('/2021-02.xlsx'), ask('/2021-02.pdf')]);
    expect(
      Buffer.from(xlsx.file?.body as Uint8Array)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(
      Buffer.from(pdf.file?.body as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(pdf.file).toMatchObject({ type: 'application/pdf', name: `bang-diem_${own.district}_2021-02.pdf` });
  });
});

describe('longer periods', () => {
  it('are the merge of their months, live until all are official', async () => {
    await own.report('thanh-van.thanh-binh');
    await close('2021-01', '2021-02-11T00:00:00.000Z');
    await close('2021-02', '2021-03-11T00:00:00.000Z');
    const quarter = JSON.parse(await fileOf('/2021-Q1.json')) as Scorecard;
    expect(quarter).toMatchObject({ month: '2021-Q1', status: 'live' });
    expect(parts(quarter, 'reported')).toEqual([1, 6]);
    await close('2021-03', '2021-04-11T00:00:00.000Z');
    const whole = JSON.parse(await fileOf('/2021-Q1.json')) as Scorecard;
    expect(whole.status).toBe('official');
    expect(parts(whole, 'reported')).toEqual([1, 9]);
    expect((await ask('/2020-Q1')).status).toBe(404);
  });

  it('and months stand beside any other that is asked for', async () => {
    await own.report('thanh-van.thanh-binh');
    await close('2021-02', '2021-03-11T00:00:00.000Z');
    await close('2021-04', '2021-05-11T00:00:00.000Z');
    expect(await pageOf('/2021-04', { with: '02/2021' })).toContain('So tháng 02/2021');
    expect(await pageOf('/2021-04', { with: '07/2019' })).toContain('Không có số liệu của “07/2019” để so sánh');
  });
});

describe('a trend', () => {
  it('shows months side by side, and says what is wrong with months that are no span', async () => {
    await own.report('thanh-van.thanh-binh');
    await close('2021-02', '2021-03-11T00:00:00.000Z');
    const { status, json } = await ask('', { from: '2021-01', to: '2021-03' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      from: '2021-01',
      months: [{ status: null }, { month: '2021-02', status: 'official' }, { status: null }],
    });
    expect((await ask('', { from: '2021-03', to: '2021-01' })).status).toBe(422);
    expect((await ask('.thanh-van.thanh-binh')).status).toBe(404);
  });
});

it('a working group sees the months in which it had the commune, wherever they are shown', async () => {
  await own.report('thanh-van.thanh-binh');
  for (const [of, at] of [
    ['2021-01', '2021-02-11'],
    ['2021-02', '2021-03-11'],
    ['2021-04', '2021-05-11'],
  ] as const) {
    await close(of, `${at}T00:00:00.000Z`);
  }
  const commune = `${own.district}.thanh-van`;
  const since = (from: string) =>
    ({
      role: 'group',
      group: 1,
      unit: own.district,
      scope: [commune],
      assigned: [{ commune, from: month(from) }],
    }) as const;
  const [always, late] = [since('2019-03'), since('2021-02')];
  const trend = async (viewer: Partial<Viewer>) => {
    const { json } = await ask('.thanh-van', { from: '2021-01', to: '2021-04' }, viewer);
    return (json as { months: { status: string | null }[] }).months.map(({ status }) => status !== null);
  };
  expect(await trend(always)).toEqual([true, true, false, true]);
  expect(await trend(late)).toEqual([false, true, false, true]);
  const beside = async (viewer: Partial<Viewer>) =>
    JSON.stringify((await ask('.thanh-van/2021-04', { with: '01/2021' }, viewer)).json).length;
  expect(await beside(late)).toBe(JSON.stringify((await ask('.thanh-van/2021-04', {}, late)).json).length);
  expect(await beside(always)).not.toBe(await beside(late));
  expect((await ask('.thanh-van/2021-Q1', {}, always)).status).toBe(200);
  expect((await ask('.thanh-van/2021-Q1', {}, late)).status).toBe(404);
  expect((await ask('.thanh-van/2021-Q1.csv', {}, late)).status).toBe(404);
});

it('a commune sees its own scorecards and nobody else’s, in whatever form', async () => {
  await close('2021-02', '2021-03-11T00:00:00.000Z');
  const viewer = { role: 'commune', unit: `${own.district}.thanh-van`, scope: [`${own.district}.thanh-van`] } as const;
  for (const end of ['', '.json', '.csv', '.xlsx', '.pdf']) {
    expect((await ask(`.thanh-van/2021-02${end}`, {}, viewer)).status).toBe(200);
    for (const other of ['', '.chau-minh']) expect((await ask(`${other}/2021-02${end}`, {}, viewer)).status).toBe(404);
  }
  expect((await ask('', {}, viewer)).status).toBe(404);
});
