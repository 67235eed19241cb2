import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth } from '#test/system/meeting.ts';
import { crawl } from '#test/system/site/crawl.ts';
import { followUnits } from '#test/system/system.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

const root = 'hong-son';
const units = `id;level;kind;name;type;from;to;group
${root};district;huyện;Hồng Sơn;;2019-03;;
${root}.bac;commune;xã;Bắc Sơn;;2019-03;;1
${root}.bac.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
${root}.bac.tay;cell;Chi bộ thôn;Tây;thon;2019-03;;
${root}.trung;commune;xã;Trung Sơn;;2019-03;;1
${root}.trung.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
${root}.nam;commune;xã;Nam Sơn;;2019-03;;1
${root}.nam.cu;cell;Chi bộ thôn;Cũ;thon;2019-03;;
${root}.nam.tam;cell;Chi bộ thôn;Tám;thon;2019-03;;
${root}.ha;commune;xã;Hạ Sơn;;2019-03;;1
${root}.ha.ba;cell;Chi bộ thôn;Ba;thon;2019-03;;
${root}.ha.bon;cell;Chi bộ thôn;Bốn;thon;2019-03;;
`;
const plan = `what;from;to;kind;name
merge;${root}.bac;${root}.moi;xã;Sơn Mới
merge;${root}.trung;${root}.moi;;
rename;${root}.nam;;phường;Nam Sơn Thượng
move;${root}.ha.ba;${root}.nam;;
abolish;${root}.nam.cu;;;
`;

beforeAll(async () => {
  const account = (user: string, role: string, unit = `${root}.${user}`) => ({ user: `${root}.${user}`, role, unit });
  await enterDistrict(units, [
    account('district', 'district', root),
    { ...account('group1', 'group', root), group: 1 },
    ...['bac', 'nam', 'ha'].map((each) => account(each, 'commune')),
    ...['bac.dong', 'ha.ba'].map((each) => account(each, 'cell')),
  ]);
  const district = await Visitor.signedIn(`${root}.district`);
  for (const cell of ['bac.dong', 'trung.dong', 'nam.cu', 'ha.ba']) {
    const report = meeting(`${root}.${cell}`, { date: `${lastMonth}-03` });
    await district.post('/reports', { ...report, baseRevision: '0', csrf: await district.csrf() });
  }
  await admin('rollup', '--district', root, '--month', lastMonth, '--official');
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-links-'));
  await writeFile(join(folder, 'plan.csv'), plan);
  await admin('reorganise', join(folder, 'plan.csv'), '--month', thisMonth, '--reason', 'NQ 1191');
  await rm(folder, { recursive: true });
  await followUnits();
  await admin('rollup', '--district', root, '--month', thisMonth);
});

/**
 * A link by the unit that it names and whether its month is one before the reform: whatever else chooses what a page shows,
 * it is the same page. What Trung Sơn was, and its cell, Bắc Sơn and a cell of it were likewise.
 */
function kindOf(to: string): string {
  const [path = '', query = ''] = to.split('?');
  const named = [...new URLSearchParams(query)].filter(([name]) => ['unit', 'cell', 'month', 'year'].includes(name));
  return [path, ...named.map((each) => each.join('=')).sort()]
    .join(' ')
    .replace(/\.(trung|bac\.tay)/g, (part) => (part === '.trung' ? '.bac' : '.bac.dong'))
    .replace(/\d{4}-\d\d/g, (month) => (month <= lastMonth ? 'before' : 'after'));
}

describe('after a reform', () => {
  it.each(['district', 'group1', 'bac', 'nam', 'ha', 'bac.dong', 'ha.ba'])('%s meets no dead link', async (user) => {
    const { lost, followed } = await crawl(await Visitor.signedIn(`${root}.${user}`), kindOf);
    expect(lost).toEqual([]);
    expect(followed).toBeGreaterThan(20);
  });

  it('a working group does what its home says of a commune that has ended', async () => {
    const group = await Visitor.signedIn(`${root}.group1`);
    const { text } = await group.get('/');
    const [, path = ''] = /href="(\/actions\/new\?unit=hong-son\.(?:bac|trung)&[^"]*)"/.exec(text) ?? [];
    const opening = await group.get(path.replaceAll('&amp;', '&'));
    expect(opening.status).toBe(200);
    const plan = { step: 'open', cause: 'other', what: 'Dự sinh hoạt', who: 'Tổ công tác', due: '28/02/2030' };
    const answer = await group.post('/actions', { ...hiddenFields(opening.text, '/actions'), ...plan });
    expect(answer.status).not.toBe(404);
  });

  it('a month in which a unit does not stand is not said to be counted in the night', async () => {
    const district = await Visitor.signedIn(`${root}.district`);
    for (const path of [`${root}.moi/${lastMonth}`, `${root}.bac/${thisMonth}`]) {
      const { status, text } = await district.get(`/scorecards/${path}`);
      expect([status, text.includes('Đơn vị không có trong kỳ này')]).toEqual([404, true]);
    }
  });

  it('search finds units by the names that they had, and says what they are now', async () => {
    const district = await Visitor.signedIn(`${root}.district`);
    const find = async (q: string) => (await district.get(`/search?q=${encodeURIComponent(q)}`)).text;
    expect(await find('xã Trung Sơn')).toContain('nay là xã Sơn Mới');
    expect(await find('xã Nam Sơn')).toContain('trước đây là xã Nam Sơn');
    const ended = await find('Cũ Nam Sơn');
    expect(ended).toContain('đã kết thúc');
    expect(ended).toContain(`/months/${lastMonth}?unit=${root}.nam.cu`);
  });

  it.each(['moi.dong', 'nam.ba'])('the results of %s lead to those of what it was', async (cell) => {
    const { text } = await (await Visitor.signedIn(`${root}.district`)).get(`/results/${root}.${cell}`);
    expect(text).toMatch(/Trước đây là: <a href="\/results\//);
  });
});
