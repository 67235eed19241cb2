import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { giveDemoPassword } from '#test/system/access/user-pool.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { runNight } from '#test/system/system.ts';
import { admin, PASSWORD, Visitor } from '#test/system/visitor.ts';

const closed = addMonths(lastMonth, -1);
const units = `id;level;kind;name;type;from;to;group
tan-my;district;huyện;Tân Mỹ;;2019-03;;
tan-my.a;commune;xã;An Hà;;2019-03;;1
tan-my.a.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
tan-my.b;commune;xã;Bình An;;2019-03;;1
tan-my.b.tay;cell;Chi bộ thôn;Tây;thon;2019-03;;
`;
const plan = `what;from;to;kind;name
thành lập;tan-my;xa-an-binh;xã;An Bình
sáp nhập;tan-my.a;xa-an-binh.an-binh;xã;An Bình
sáp nhập;tan-my.b;xa-an-binh.an-binh;;
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-boards-'));
  await writeFile(join(folder, 'plan.csv'), plan);
  const board = 'user;role;unit;group;password\nan-binh.district;district;xa-an-binh;;Ban-dau-2026\n';
  await writeFile(join(folder, 'users.csv'), board);
  await enterDistrict(units, [
    { user: 'tan-my.district', role: 'district', unit: 'tan-my' },
    { user: 'tan-my.a', role: 'commune', unit: 'tan-my.a' },
  ]);
  await admin('regime', '--district', 'tan-my', '--from', thisMonth, '--minutes', '60/90');
  await admin('rollup', '--district', 'tan-my', '--month', closed, '--official');
  await admin('parent', '--unit', 'tinh-thu', '--name', 'tỉnh Thử', '--child', 'tan-my');
  const district = await Visitor.signedIn('tan-my.district');
  const report = meeting('tan-my.a.dong', { date: `${lastMonth}-20` });
  await district.post('/reports', { ...report, baseRevision: '0', csrf: await district.csrf() });
  await admin('reorganise', join(folder, 'plan.csv'), '--month', thisMonth);
  await admin('import', 'users', join(folder, 'users.csv'));
  await giveDemoPassword(['an-binh.district']);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a new board that takes over from a district', () => {
  it('has the powers of a district over its cells, by its own name', async () => {
    const board = await Visitor.signedIn('an-binh.district');
    const cell = 'xa-an-binh.an-binh.dong';
    const report = { ...meeting(cell, { date: today }), baseRevision: '0', csrf: await board.csrf() };
    expect((await board.post('/reports', report)).status).toBe(200);
    await admin('rollup', '--district', 'xa-an-binh', '--month', thisMonth);
    const scorecard = await board.get(`/scorecards/xa-an-binh/${thisMonth}`);
    expect(scorecard.status).toBe(200);
    expect(scorecard.text).toContain('xã An Bình');
    for (const path of ['/groups', '/guidance', '/directory/users', '/directory/reorganise', '/audit']) {
      expect((await board.get(path)).status, path).toBe(200);
    }
    const json = (await board.json(`/scorecards/xa-an-binh/${thisMonth}.json`)) as { overrides: unknown };
    expect(json.overrides).toBeDefined(); // the district's choices of regime go along
    expect((await (await Visitor.signedIn('tan-my.a')).get('/account')).text).toContain('An Bình');
  });

  it('answers the concerns that are open at its cells, which stay where they were raised', async () => {
    const commune = await Visitor.signedIn('tan-my.a');
    const { text } = await commune.get('/matters');
    expect(text).toContain('Tranh chấp ranh giới ngõ đi chung');
    const [, id = ''] = /href="\/matters\/(tan-my\.a\.dong_[^"?]+)/.exec(text) ?? [];
    const step = { csrf: await commune.csrf(), seen: '1', step: 'take', answer: 'Đã nhận' };
    expect((await commune.post(`/matters/${id}`, step)).status).toBe(200);
  });

  it('leaves the district its own past, and the province a sum of both times', async () => {
    await runNight();
    // It stands in no open month, so it has no home; what it was is still its own to read.
    const district = new Visitor();
    await district.post('/login', { user: 'tan-my.district', password: PASSWORD });
    expect((await district.get(`/scorecards/tan-my/${closed}`)).text).toContain('huyện Tân Mỹ');
    expect(await admin('verify', '--scorecard', `tan-my/${closed}`)).toContain('the same');
    expect(await admin('verify', '--audit', '--district', 'xa-an-binh')).toContain('whole');
  });
});
