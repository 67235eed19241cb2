import { beforeAll, describe, expect, it } from 'vitest';
import { changeUnits } from '#functions/store/change-units.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import type { Role } from '#shared/access/routes.ts';
import { formatDay } from '#shared/language/format.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { OfficerMonth } from '#shared/officers/officers.ts';
import { type Day, dayAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { quarterNumberOf, type ThemeYear, yearOf } from '#shared/themes/thematic-plan.ts';
import type { Unit } from '#shared/units/units.ts';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const root = 'dai-lam';
const day = `${lastMonth}-03` as Day;
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Lục Nam;;2019-03;;`,
  ...[
    'bao-dai;Bảo Đài',
    'bao-son;Bảo Sơn',
    'cam-ly;Cẩm Lý',
    'lan-mau;Lan Mẫu',
    'chu-dien;Chu Điện',
    'tan-hoa;Tân Hòa',
  ].map((each) => {
    const [slug, name] = each.split(';');
    return `${root}.${slug};commune;xã;${name};;2019-03;;1`;
  }),
  ...[
    'bao-dai.mot;Một',
    'bao-dai.hai;Hai',
    'bao-dai.bon;Bốn',
    'bao-son.ba;Ba',
    'cam-ly.nam;Năm',
    'lan-mau.sau;Sáu',
    'chu-dien.bay;Bảy',
    'tan-hoa.tam;Tám',
  ].map((each) => {
    const [path, name] = each.split(';');
    return `${root}.${path};cell;Chi bộ thôn;${name};thon;2019-03;;`;
  }),
].join('\n');

/**
 * Bảo Đài and Bảo Sơn become Bảo Lạc, with two cells of which one was two; Bốn goes to Cẩm Lý. Lan Mẫu and Chu Điện
 * become Lan Điện whole. Tân Hòa goes over to a root of its own.
 */
function reform(before: readonly Unit[]): Unit[] {
  const ended = before.map((unit) =>
    /\.(bao-dai|bao-son|lan-mau|chu-dien|tan-hoa)/.test(unit.id) ? { ...unit, to: lastMonth } : unit,
  );
  const made = (path: string, name: string, from: readonly string[]): Unit => ({
    id: `${root}.${path}`,
    name,
    ...(path.includes('.') ? { kind: 'Chi bộ thôn', level: 'cell', type: 'thon' } : { kind: 'xã', level: 'commune' }),
    from: thisMonth,
    predecessors: from.map((each) => `${root}.${each}`),
  });
  return [
    ...ended.map((unit) =>
      unit.id.includes('tan-hoa')
        ? {
            ...unit,
            successors: [unit.id.replace(`${root}.tan-hoa`, unit.level === 'cell' ? 'tan-hoa.bo' : 'tan-hoa')],
          }
        : unit,
    ),
    made('lan-dien', 'Lan Điện', ['lan-mau', 'chu-dien']),
    made('lan-dien.sau', 'Sáu', ['lan-mau.sau']),
    made('lan-dien.bay', 'Bảy', ['chu-dien.bay']),
    made('bao-lac', 'Bảo Lạc', ['bao-dai', 'bao-son']),
    made('bao-lac.mot', 'Một Hai', ['bao-dai.mot', 'bao-dai.hai']),
    made('bao-lac.ba', 'Ba', ['bao-son.ba']),
    made('cam-ly.bon', 'Bốn', ['bao-dai.bon']),
  ];
}

/** Last month stays open until the 28th. */
const late = (all: readonly Unit[]) => {
  const choices = [{ from: lastMonth, settings: { deadlines: { due: 27, closing: 28 } } }];
  return all.map((unit) => (unit.id === root ? { ...unit, choices } : unit));
};

async function carryOut(
  district: string,
  change: (units: readonly Unit[]) => readonly Unit[],
  isKnownElsewhere = false,
): Promise<void> {
  const { db, outputs } = operatorDb();
  const { cells, scorecards } = tablesOf(outputs);
  const by = { user: 'operator', role: 'district', unit: district } as const;
  const outcome = await changeUnits(
    district,
    change,
    { by, at: new Date().toISOString() },
    {
      directory: directoryStore(db, cells),
      scorecards: scorecardStore(db, scorecards),
      reopenings: reopeningStore(db, cells),
      record: async () => undefined,
    },
    () => isKnownElsewhere,
  );
  expect(outcome.kind).toBe('stored');
}

/** A root with one commune and one cell, which say that they come from Tân Hòa. */
function newRoot(id: string): string {
  return [
    'id;level;kind;name;type;from;to;group',
    `${id};district;xã;${id};;${thisMonth};;`,
    `${id}.bo;commune;đảng bộ;${id};;${thisMonth};;1`,
    `${id}.bo.tam;cell;Chi bộ thôn;Tám;thon;${thisMonth};;`,
  ].join('\n');
}

const saysItComesFromTanHoa = (all: readonly Unit[]) =>
  all.map((unit) => {
    if (unit.level === 'commune') return unit;
    return { ...unit, predecessors: [`${root}.tan-hoa${unit.level === 'cell' ? '.tam' : ''}`] };
  });

async function account(user: string, role: Role, unit: string): Promise<Visitor> {
  await makeAccount({ user, role, unit });
  return Visitor.signedIn(user);
}

const concern = (summary: string) => ({
  'matters[0].topic': 'MT',
  'matters[0].summary': summary,
  'matters[0].severity': 'high',
});

describe('after a reform', () => {
  let district: Visitor;
  let heir: Visitor;
  let neighbour: Visitor;

  const report = async (by: Visitor, path: string, changes: Readonly<Record<string, string>> = {}) =>
    by.post('/reports', {
      csrf: await by.csrf(),
      baseRevision: '0',
      ...meeting(`${root}.${path}`, { date: formatDay(day), 'tasks[0].due': '', ...changes }),
    });
  const idOf = (path: string) => `${root}.${path}_${day}_regular`;

  beforeAll(async () => {
    await enterDistrict(units, [{ user: root, role: 'district', unit: root }]);
    await carryOut(root, late);
    district = await Visitor.signedIn(root);
    const sent = [
      await report(district, 'bao-dai.mot', { 'tasks[0].what': 'Đắp bờ vùng', ...concern('Nước ao đổi màu') }),
      await report(district, 'bao-dai.hai', { 'tasks[0].what': 'Sửa cầu Hai', ...concern('Rác ở bến đò') }),
      await report(district, 'bao-dai.bon', { 'tasks[0].what': 'Dọn kênh Bốn', ...concern('Khói lò gạch') }),
    ];
    const others = [
      await report(district, 'lan-mau.sau', concern('Cầu phao hỏng')),
      await report(district, 'tan-hoa.tam', { 'tasks[0].what': 'Rào ao Tám', ...concern('Lợn thả rông') }),
    ];
    expect([...sent, ...others].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await admin('rollup', '--district', root, '--month', lastMonth);
    const officers = {
      csrf: await district.csrf(),
      action: 'assign',
      baseRevision: '0',
      members: 'Bí thư Đảng ủy\nPhó Bí thư',
      [`charge.${root}.bao-dai.mot`]: 'Phó Bí thư',
    };
    expect((await district.post(`/officers?unit=${root}.bao-dai`, officers)).status).toBe(200);
    const plan = `plan.${root}.bao-son.ba.${quarterNumberOf(thisMonth)}`;
    const themes = { csrf: await district.csrf(), [`${plan}.theme`]: 'CM', [`${plan}.title`]: 'Học nghề trồng nấm' };
    const year = yearOf(thisMonth);
    expect((await district.post(`/themes?unit=${root}.bao-son&year=${year}`, themes)).status).toBe(200);

    await carryOut(root, reform);
    heir = await account('bao-lac', 'commune', `${root}.bao-lac`);
    neighbour = await account('cam-ly-moi', 'commune', `${root}.cam-ly`);
  });

  it('the tasks of all cells before it come up on a cell’s form, and no others', async () => {
    const { text, status } = await heir.get(`/reports/new?cell=${root}.bao-lac.mot&month=${thisMonth}`);
    expect(status).toBe(200);
    expect(text).toContain('Đắp bờ vùng');
    expect(text).toContain('Sửa cầu Hai');
    expect(text).not.toContain('Dọn kênh Bốn');
    expect(text).toContain('Nước ao đổi màu'); // what became of its concerns
    const moved = await neighbour.get(`/reports/new?cell=${root}.cam-ly.bon&month=${thisMonth}`);
    expect(moved.text).toContain('Dọn kênh Bốn');
  });

  it('the tasks are on the list of the heir, who hands them on between meetings; the neighbour has its own', async () => {
    const listed = async (by: Visitor) => {
      const { tasks } = (await by.json('/tasks')) as { tasks: { id: string; cell: string; who?: string }[] };
      return tasks.map(({ id, cell }) => [id, cell]).toSorted();
    };
    const mot = `${root}.bao-lac.mot`;
    expect(await listed(heir)).toEqual(['bao-dai.hai', 'bao-dai.mot'].map((path) => [`${idOf(path)}_1`, mot]));
    expect(await listed(neighbour)).toEqual([[`${idOf('bao-dai.bon')}_1`, `${root}.cam-ly.bon`]]);
    const path = `/tasks/${idOf('bao-dai.hai')}_1`;
    const say = async (by: Visitor) =>
      by.postJson(path, { step: 'handedOn', who: 'Trưởng thôn', seen: '0', csrf: await by.csrf() });
    expect((await say(neighbour)).status).toBe(404);
    expect((await neighbour.get(path)).status).toBe(404);
    const reviews = `/reviews?unit=${root}.bao-dai&month=${lastMonth}`;
    const own = await heir.get(`/reviews?month=${thisMonth}`);
    expect(own.text).toContain(`href="${reviews.replace('&', '&amp;')}"`);
    expect((await heir.get(reviews)).text).toContain('Nay thuộc');
    expect((await neighbour.get(reviews)).status).toBe(404);
    expect((await say(district)).status).toBe(403);
    expect(JSON.parse((await say(heir)).text)).toMatchObject({ cell: mot, who: 'Trưởng thôn', state: 'open' });
    expect((await heir.get(`/reports/new?cell=${mot}&month=${thisMonth}`)).text).toContain('chuyển giao');
  });

  it('the tasks keep their ids, and who carries them on follows them up; nobody else does', async () => {
    const follow = async (by: Visitor, path: string, tasks: readonly string[]) => {
      const told = tasks.flatMap((id, n) => [
        [`followUps[${n}].task`, `${idOf(id)}_1`],
        [`followUps[${n}].status`, 'done'],
      ]);
      const none = { 'tasks[0].what': '', 'tasks[0].who': '', 'matters[0].topic': '', 'matters[0].severity': '' };
      const typed = { ...none, 'matters[0].summary': '', 'tasks[0].due': '', ...Object.fromEntries(told) };
      const body = { ...meeting(`${root}.${path}`, typed), csrf: await by.csrf(), baseRevision: '0' };
      const { status, text } = await by.postJson('/reports', body);
      return { status, ...(JSON.parse(text) as { report?: { followUps: unknown } }) };
    };
    const form = await heir.get(`/reports/new?cell=${root}.bao-lac.mot&month=${thisMonth}`);
    for (const path of ['bao-dai.mot', 'bao-dai.hai']) expect(form.text).toContain(`value="${idOf(path)}_1"`);
    expect((await follow(heir, 'bao-lac.mot', ['bao-dai.bon'])).status).toBe(422);
    expect((await follow(heir, 'bao-lac.ba', ['bao-dai.hai'])).status).toBe(422);
    const sent = await follow(heir, 'bao-lac.mot', ['bao-dai.mot', 'bao-dai.hai']);
    expect(sent.status).toBe(201);
    expect(sent.report?.followUps).toEqual(
      ['bao-dai.mot', 'bao-dai.hai'].map((path) => ({ task: `${idOf(path)}_1`, status: 'done' })),
    );
    const page = await heir.get(`/reports/${root}.bao-lac.mot_${today}_regular`);
    expect(page.text).toContain('Sửa cầu Hai');
  });

  it('open concerns are listed at the heir, called as in their month, and nowhere else', async () => {
    const { text } = await heir.get('/matters');
    expect(text).toContain('Nước ao đổi màu');
    expect(text).toContain('Rác ở bến đò');
    expect(text).toContain('xã Bảo Đài');
    expect(text).not.toContain('Khói lò gạch');
    const others = await neighbour.get('/matters');
    expect(others.text).toContain('Khói lò gạch');
    expect(others.text).not.toContain('Nước ao đổi màu');
    expect((await district.get(`/matters?unit=${root}.bao-lac`)).text).toContain('Rác ở bến đò');
    expect((await neighbour.get(`/matters/${idOf('bao-dai.mot')}_1`)).status).toBe(404);
  });

  it('the heir answers them; who only has the past of a cell that went elsewhere does not', async () => {
    const step = async (by: Visitor, path: string) =>
      by.post(`/matters/${idOf(path)}_1`, { csrf: await by.csrf(), seen: '1', step: 'take' });
    expect((await step(heir, 'bao-dai.mot')).status).toBe(200);
    expect((await step(heir, 'bao-dai.bon')).status).toBe(403);
    expect((await step(neighbour, 'bao-dai.bon')).status).toBe(200);
    expect((await step(neighbour, 'bao-dai.hai')).status).toBe(404);
    const taken = (await district.json(`/matters/${idOf('bao-dai.mot')}_1`)) as TrackedMatter;
    expect(taken).toMatchObject({ state: 'in-hand', unit: `${root}.bao-dai.mot` });
  });

  it('figures count them at the heir', async () => {
    await admin('rollup', '--district', root, '--month', thisMonth);
    const card = async (unit: string) => (await district.json(`/scorecards/${unit}/${thisMonth}.json`)) as Scorecard;
    const opened = ({ indicators }: Pick<Scorecard['children'][number], 'indicators'>) =>
      indicators.find(({ id }) => id === 'mattersOpened')?.numerator;
    const [whole, own, others] = [await card(root), await card(`${root}.bao-lac`), await card(`${root}.cam-ly`)];
    // One of the five is now another root's.
    expect([whole, own, others].map(opened)).toEqual([4, 2, 1]);
    expect(own.children.map((child) => [child.name, opened(child)])).toContainEqual(['Chi bộ thôn Một Hai', 2]);
    const inCharge = own.indicators.find(({ id }) => id === 'inCharge');
    expect([inCharge?.numerator, inCharge?.denominator]).toEqual([1, 2]);
  });

  it('the trend goes through the reform, with the names of then; a month that is open is compared with nothing', async () => {
    const reported = ({ indicators }: Pick<Scorecard['children'][number], 'indicators'>) =>
      indicators.find(({ id }) => id === 'reported');
    const path = `/scorecards/${root}.lan-dien`;
    const own = (await district.json(`${path}/${thisMonth}.json`)) as Scorecard;
    expect([own, ...own.children].map((each) => reported(each)?.previousMonth)).toEqual(
      [own, ...own.children].map(() => null),
    );
    const { months } = (await district.json(path)) as Trend;
    const before = months.find(({ month }) => month === lastMonth);
    expect(before && reported(before)).toMatchObject({ numerator: 1, denominator: 2 });
    const page = await district.get(path);
    expect(page.text).toContain('xã Lan Mẫu');
    expect(page.text).toContain(`/scorecards/${root}.chu-dien/${lastMonth}`);
    const split = await district.get(`/scorecards/${root}.bao-lac`);
    expect(split.text).toContain('không tách được');
    expect(((await district.json(`/scorecards/${root}.bao-lac`)) as Trend).months.at(-2)?.status).toBeNull();
    const former = await heir.get(`/scorecards/${root}.bao-dai/${lastMonth}`);
    expect(former.status).toBe(200);
    expect(former.text).toContain('Bảo Lạc');
    expect((await neighbour.get(`/scorecards/${root}.bao-dai/${lastMonth}`)).status).toBe(404);
  });

  it('members in charge and plans go along', async () => {
    const { communes } = (await heir.json(`/officers?unit=${root}.bao-lac`)) as {
      communes: { charge: OfficerMonth }[];
    };
    expect(communes[0]?.charge.cells.map(({ cell, member }) => [cell.id, member])).toContainEqual([
      `${root}.bao-lac.mot`,
      'Phó Bí thư',
    ]);
    expect(communes[0]?.charge.membersWithoutCell).toEqual(['Bí thư Đảng ủy']);
    const { cells } = (await heir.json(`/themes?unit=${root}.bao-lac&year=${yearOf(thisMonth)}`)) as {
      cells: ThemeYear[];
    };
    const planned = cells.find(({ cell }) => cell.id === `${root}.bao-lac.ba`)?.quarters;
    expect(planned?.find(({ number }) => number === quarterNumberOf(thisMonth))?.planned?.title).toBe(
      'Học nghề trồng nấm',
    );
    expect((await heir.get(`/months/${thisMonth}`)).text).toContain('Học nghề trồng nấm');
  });

  it('home leads to the boards of before, which are called as they were', async () => {
    const home = await heir.get('/');
    expect(home.text).toContain('Trước đây là');
    const path = `/months/${lastMonth}?unit=${root}.bao-dai`;
    expect(home.text).toContain(`href="${path.replace('&', '&amp;')}"`);
    const board = await heir.get(path);
    expect(board.status).toBe(200);
    expect(board.text).toContain('Xã Bảo Đài');
    expect(board.text).toContain('Nay thuộc');
    expect((await heir.get(`/reports/${idOf('bao-dai.mot')}`)).text).toContain('Chi bộ thôn Một');
    expect((await neighbour.get(path)).status).toBe(404);
    expect((await neighbour.get(`/reports/${idOf('bao-dai.bon')}`)).status).toBe(200);
    expect((await neighbour.get(`/reports/${idOf('bao-dai.mot')}`)).status).toBe(404);
  });

  it.skipIf(Number(dayAt(new Date().toISOString()).slice(8)) > 28)('the heir finishes the last month', async () => {
    const refused = await report(neighbour, 'bao-son.ba');
    expect(refused.status).toBe(404);
    const sent = await report(heir, 'bao-son.ba');
    expect(sent.status).toBe(200);
    const id = idOf('bao-son.ba');
    const confirm = async (by: Visitor) =>
      by.post(`/reports/${id}`, { csrf: await by.csrf(), action: 'confirm', baseRevision: '1' });
    // Nobody confirms an own entry, neither does who carries on the unit that made it.
    expect((await confirm(heir)).status).toBe(403);
    expect((await confirm(district)).status).toBe(200);
    expect(await district.json(`/reports/${id}`)).toMatchObject({ state: 'confirmed' });
    const late = await report(heir, 'bao-son.ba', { date: formatDay(today) });
    expect(late.status).toBe(422); // in a month in which it does not stand
  });

  describe('another root', () => {
    let board: Visitor;
    let thief: Visitor;
    const matter = `/matters/${idOf('tan-hoa.tam')}_1`;

    beforeAll(async () => {
      for (const id of ['tan-hoa', 'ke-gian']) {
        await enterDistrict(newRoot(id), [{ user: id, role: 'district', unit: id }]);
        await carryOut(id, saysItComesFromTanHoa, true);
      }
      board = await Visitor.signedIn('tan-hoa');
      thief = await Visitor.signedIn('ke-gian');
    });

    it('has what the old root gave it, and the old root has it no longer', async () => {
      expect((await board.get('/matters')).text).toContain('Lợn thả rông');
      expect((await district.get('/matters')).text).not.toContain('Lợn thả rông');
      const form = await board.get(`/reports/new?cell=tan-hoa.bo.tam&month=${thisMonth}`);
      expect(form.text).toContain('Rào ao Tám');
      const step = async (by: Visitor) => by.post(matter, { csrf: await by.csrf(), seen: '1', step: 'take' });
      expect((await step(district)).status).toBe(403);
      expect((await step(board)).status).toBe(200);
      await admin('rollup', '--district', 'tan-hoa', '--month', thisMonth);
      const card = (await board.json(`/scorecards/tan-hoa/${thisMonth}.json`)) as Scorecard;
      expect(card.indicators.find(({ id }) => id === 'mattersOpened')?.numerator).toBe(1);
      expect((await board.get(`/months/${lastMonth}?unit=${root}.tan-hoa`)).status).toBe(200);
      expect((await board.get(`/reports/${idOf('tan-hoa.tam')}`)).status).toBe(200);
    });

    it('has nothing else of the old root', async () => {
      for (const path of [`/months/${lastMonth}?unit=${root}.bao-dai`, `/reports/${idOf('bao-dai.mot')}`]) {
        expect((await board.get(path)).status).toBe(404);
      }
      expect((await board.get(`/matters/${idOf('bao-dai.hai')}_1`)).status).toBe(404);
      expect((await board.get(`/reports/${idOf('tan-hoa.tam')}/purge`)).status).toBe(404);
    });

    it('gets nothing by its own word alone', async () => {
      const paths = [matter, `/months/${lastMonth}?unit=${root}.tan-hoa`, `/reports/${idOf('tan-hoa.tam')}`];
      for (const path of paths) expect((await thief.get(path)).status).toBe(404);
      expect((await thief.get('/matters')).text).not.toContain('Lợn thả rông');
      const form = await thief.get(`/reports/new?cell=ke-gian.bo.tam&month=${thisMonth}`);
      expect(form.status).toBe(200);
      expect(form.text).not.toContain('Rào ao Tám');
      await admin('rollup', '--district', 'ke-gian', '--month', thisMonth);
      const card = (await thief.json(`/scorecards/ke-gian/${thisMonth}.json`)) as Scorecard;
      expect(card.indicators.find(({ id }) => id === 'mattersOpened')?.numerator).toBe(0);
    });
  });
});
