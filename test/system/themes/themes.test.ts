import { beforeAll, describe, expect, it } from 'vitest';
import { quarterNumberOf, type ThemeYear, yearOf } from '#shared/themes/thematic-plan.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const unit = 'hiep-hoa.dong-lo';
const cell = `${unit}.tieu-hoc`;
const year = yearOf(thisMonth);
const number = quarterNumberOf(thisMonth);
const path = `/themes?unit=${unit}&year=${year}`;
const field = `plan.${cell}.${number}`;

describe('thematic meetings', () => {
  let commune: Visitor;
  const save = async (fields: Readonly<Record<string, string>>) => {
    const { csrf = '', ...bases } = hiddenFields((await commune.get(path)).text, path.replace('&', '&amp;'));
    return commune.post(path, { csrf, ...bases, ...fields });
  };
  const quarterNow = async () => {
    const { cells } = (await commune.json(path)) as { cells: ThemeYear[] };
    return cells.find((each) => each.cell.id === cell)?.quarters.find((quarter) => quarter.number === number);
  };

  beforeAll(async () => {
    commune = await Visitor.signedIn('dong-lo');
  });

  it('are planned by the commune for its cells; a mistake keeps what was typed', async () => {
    const lacks = await save({ [`${field}.title`]: 'Đọc sách cùng học sinh' });
    expect(lacks.status).toBe(422);
    expect(lacks.text.includes('value="Đọc sách cùng học sinh"')).toBe(true);
    const saved = await save({ [`${field}.theme`]: 'CM', [`${field}.title`]: 'Đọc sách cùng học sinh' });
    expect(saved.status).toBe(200);
    expect(saved.text.includes('Đã lưu kế hoạch')).toBe(true);
    expect(await quarterNow()).toMatchObject({ planned: { theme: 'CM', title: 'Đọc sách cùng học sinh' } });
    const stale = { csrf: await commune.csrf(), [`base.${cell}`]: '0', [`${field}.theme`]: 'MT' };
    expect((await commune.post(`/themes?unit=${cell}&year=${year}`, stale)).status).toBe(409);
  });

  it('stand where the report of one is opened', async () => {
    const form = await commune.get(`/reports/new?cell=${cell}&month=${thisMonth}&kind=thematic`);
    expect(form.text.includes('Đọc sách cùng học sinh')).toBe(true);
    const regular = await commune.get(`/reports/new?cell=${cell}&month=${thisMonth}`);
    expect(regular.text.includes('Đọc sách cùng học sinh')).toBe(false);
  });

  it('are held once they are reported', async () => {
    const report = { ...meeting(cell), kind: 'thematic' };
    const sent = await commune.post('/reports', { csrf: await commune.csrf(), baseRevision: '0', ...report });
    expect(sent.status).toBe(200);
    expect((await quarterNow())?.held.map(({ date }) => date)).toContain(today);
    expect((await commune.get(`/months/${thisMonth}`)).text.includes('Đọc sách cùng học sinh')).toBe(false);
  });

  it('that are good are held up to all cells of the district, and withdrawn', async () => {
    const report = `${cell}_${today}_thematic`;
    const share = async (fields: Readonly<Record<string, string>>) =>
      commune.post('/themes/shared', {
        csrf: await commune.csrf(),
        report,
        baseRevision: '0',
        action: 'share',
        ...fields,
      });
    const form = await commune.get(`/themes/shared?report=${report}`);
    expect(form.text.includes('<option value="CM" selected>')).toBe(true);
    expect((await share({ theme: 'CM', note: '' })).status).toBe(422);
    expect((await share({ theme: 'CM', note: 'Cả chi bộ bàn một bài dạy khó' })).status).toBe(200);
    expect((await share({ theme: 'CM', note: 'Khác' })).status).toBe(409);
    const stranger = await Visitor.signedIn('thanh-van.thanh-binh');
    expect((await stranger.get('/themes/shared')).text.includes('Cả chi bộ bàn một bài dạy khó')).toBe(true);
    expect((await stranger.get(`/reports/${report}`)).status).toBe(404);
    expect((await stranger.get(`/themes/shared?report=${report}`)).status).toBe(404);
    expect((await share({ action: 'withdraw', baseRevision: '1' })).status).toBe(200);
    expect((await stranger.get('/themes/shared')).text.includes('Cả chi bộ bàn một bài dạy khó')).toBe(false);
  });

  it('are counted for the district, and planned by a cell for itself', async () => {
    const district = await Visitor.signedIn('district');
    const page = await district.get('/themes');
    expect(page.status).toBe(200);
    expect(page.text.includes('Xã Đông Lỗ')).toBe(true);
    const own = await Visitor.signedIn('thanh-van.thanh-binh');
    const seen = await own.get('/themes');
    expect(seen.text.includes(`name="plan.hiep-hoa.thanh-van.thanh-binh.${number}.theme"`)).toBe(true);
    expect((await own.get(path)).status).toBe(404);
    const group = await Visitor.signedIn('group3');
    expect((await group.get('/themes')).text.includes('Xã Thanh Vân')).toBe(true);
    expect((await group.get('/themes')).text.includes('Xã Đông Lỗ')).toBe(false);
  });
});
