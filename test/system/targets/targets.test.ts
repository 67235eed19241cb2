import { beforeAll, describe, expect, it } from 'vitest';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'dai-hoi';
const [commune, other] = [`${district}.nghi-quyet`, `${district}.ben-canh`];
const cell = `${commune}.mot`;
const year = today.slice(0, 4);
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Đại Hội;;2019-03;;
${commune};commune;xã;Nghị Quyết;;2019-03;;1
${cell};cell;Chi bộ thôn;Một;thon;2019-03;;
${commune}.cu;cell;Chi bộ thôn;Cũ;thon;2019-03;2020-12;
${other};commune;xã;Bên Cạnh;;2019-03;;1
${other}.hai;cell;Chi bộ thôn;Hai;thon;2019-03;;
`;

interface Shown {
  readonly revision: number;
  readonly targets: readonly { readonly row: number; readonly what: string; readonly quantity: number }[];
  readonly progress: readonly TargetProgress[];
}

let officer: Visitor;
let neighbour: Visitor;
let board: Visitor;
let csrf = '';

beforeAll(async () => {
  await enterDistrict(units, [
    { user: commune, role: 'commune', unit: commune },
    { user: other, role: 'commune', unit: other },
    { user: `${district}.district`, role: 'district', unit: district },
  ]);
  [officer, neighbour, board] = (await Promise.all(
    [commune, other, `${district}.district`].map((user) => Visitor.signedIn(user)),
  )) as [Visitor, Visitor, Visitor];
  csrf = await officer.csrf();
});

const road = { 'targets[0].what': 'Mở rộng đường thôn', 'targets[0].unit': 'road', 'targets[0].quantity': '1.200' };
const save = (fields: Readonly<Record<string, string>>): Promise<Seen> =>
  officer.post('/targets', { csrf, cell, year, baseRevision: '0', ...fields });
const shown = (of = year) => officer.json(`/targets?cell=${cell}&year=${of}`) as Promise<Shown>;
const report = (changes: Readonly<Record<string, string>>) =>
  officer.post('/reports', { ...meeting(cell, changes), csrf, month: thisMonth, baseRevision: '0' });

describe('a cell’s targets', () => {
  it('are entered once, kept with what is wrong, and asked back where they may mean another thing', async () => {
    const doubtful = await save({ ...road, 'targets[0].quantity': '1,2 km' });
    expect([doubtful.status, doubtful.text.includes('“1,2 km” đã hiểu là 1.200')]).toEqual([422, true]);
    expect(doubtful.text).toContain('Mở rộng đường thôn');
    const { status, text } = await save({ ...road, 'targets[0].q1': '300', 'targets[0].until': '' });
    expect([status, text.includes('Đã lưu chỉ tiêu')]).toEqual([200, true]);
    expect(await shown()).toMatchObject({ revision: 1, targets: [{ row: 1, quantity: 1200 }] });
    // Sent once more it is the same.
    await save({ ...road, 'targets[0].q1': '300' });
    expect((await shown()).revision).toBe(1);
  });

  it('of two writers one is shown what the other stored, and nothing typed is lost', async () => {
    const late = await save({ ...road, 'targets[0].what': 'Kênh mương' });
    expect(late.status).toBe(409);
    for (const words of ['Người khác vừa sửa', 'Kênh mương', 'Mở rộng đường thôn']) expect(late.text).toContain(words);
    expect(await shown()).toMatchObject({ revision: 1, targets: [{ what: 'Mở rộng đường thôn' }] });
  });

  it('rows come and go without a script', async () => {
    const more = await save({ ...road, press: 'more' });
    expect([more.status, more.text.includes('targets[1].what')]).toEqual([200, true]);
    expect((await shown()).revision).toBe(1);
  });

  it('of a year that is over, or of a cell that does not stand, it is said plainly, and kept', async () => {
    const over = await save({ ...road, year: String(Number(year) - 1) });
    expect(over.status).toBe(422);
    expect(over.text).toContain('đã kết thúc: chỉ tiêu chỉ còn để xem');
    expect(over.text).toContain('Mở rộng đường thôn');
    const gone = await save({ ...road, cell: `${commune}.cu` });
    expect(gone.status).toBe(422);
    expect(gone.text).toContain('Chi bộ không hoạt động trong năm');
    expect((await officer.get(`/targets?cell=${cell}&year=1900`)).status).toBe(404);
  });

  it('are read by whoever sees the cell, and written by nobody else', async () => {
    expect((await board.get(`/targets?cell=${cell}`)).status).toBe(200);
    expect((await board.get(`/targets?cell=${cell}`)).text).not.toContain('Lưu chỉ tiêu');
    expect((await neighbour.get(`/targets?cell=${cell}`)).status).toBe(404);
    const theirs = await neighbour.post('/targets', { csrf: await neighbour.csrf(), cell, year, ...road });
    expect(theirs.status).toBe(404);
    expect((await board.post('/targets', { csrf: await board.csrf(), cell, year, ...road })).status).toBe(403);
  });
});

describe('what a resolution brought about', () => {
  const target = `${cell}_${year}_1`;
  const results = {
    'results[0].unit': 'road',
    'results[0].quantity': '600 m',
    'results[1].unit': 'land',
    'results[1].quantity': '2.100 m²',
    'results[1].what': 'các hộ hiến đất',
  };

  it('is asked for where it may mean another thing, and refused for a target of nobody', async () => {
    const doubtful = await report({ ...results, 'results[0].quantity': '0,6 km' });
    expect([doubtful.status, doubtful.text.includes('“0,6 km” đã hiểu là 600')]).toEqual([422, true]);
    const unknown = await report({ ...results, serves: `${other}.hai_${year}_1` });
    expect(unknown.status).toBe(422);
    expect((await report({ ...results, serves: `${cell}_${year}_9` })).status).toBe(422);
  });

  it('stands in the report and counts for the target that the report serves', async () => {
    expect((await officer.get(`/reports/new?cell=${cell}&month=${thisMonth}&kind=regular`)).text).toContain(
      'Mở rộng đường thôn (1.200 m đường)',
    );
    const { status, text } = await report({ ...results, serves: target });
    expect(status).toBe(200);
    expect(text).toContain('Mở rộng đường thôn (1.200 m đường)');
    const [progress] = (await shown()).progress;
    expect(progress).toMatchObject({ id: target, done: 600, meetings: 1 });
    const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
    expect(progress?.byQuarter).toMatchObject({ [quarter]: 600 });
    const own = await officer.get(`/results/${cell}`);
    expect(own.text).toContain('600/1.200');
  });

  it('adds up to the commune and the district, on the pages and in the files', async () => {
    await admin('rollup', '--district', district, '--month', thisMonth);
    const sums = { road: { quantity: 600, results: 1 }, land: { quantity: 2100, results: 1 } };
    for (const unit of [commune, district]) {
      const scorecard = (await board.json(`/scorecards/${unit}/${thisMonth}.json`)) as Scorecard;
      expect(scorecard.results).toEqual(sums);
      expect(scorecard.children.map((child) => child.results).filter(Boolean)).toEqual([sums]);
    }
    const { groups } = (await board.json(`/scorecards/${district}/${thisMonth}.json`)) as Scorecard;
    expect(groups.map((group) => group.results)).toEqual([sums]);
    const { text } = await board.get(`/scorecards/${district}/${thisMonth}`);
    expect(text).toContain('Kết quả bằng con số');
    const csv = await board.get(`/scorecards/${district}/${thisMonth}.csv`);
    expect(csv.text).toMatch(new RegExp(`^${district};.*;resultLand;.*;2100;`, 'm'));
    for (const ending of ['xlsx', 'pdf']) {
      expect((await board.get(`/scorecards/${district}/${thisMonth}.${ending}`)).status).toBe(200);
    }
  });
});
