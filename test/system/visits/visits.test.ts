import { beforeAll, describe, expect, it } from 'vitest';
import { visitStore } from '#functions/store/visit-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addDays, addMonths, type Day } from '#shared/period.ts';
import { type Visit, visitIdOf } from '#shared/visits/visit.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

/** The first working group answers for this commune. */
const commune = 'hiep-hoa.thang';
const cell = `${commune}.thcs`;
const id = `${cell}_${today}_visit-1`;

describe('a working group', () => {
  let group: Visitor;
  /** One whom the group has entered. */
  const member = 'Chuyên viên, Ban Tổ chức Huyện ủy';
  const post = async (fields: Readonly<Record<string, string>>) =>
    group.post('/visits', { csrf: await group.csrf(), ...fields });
  const report = (changes: Readonly<Record<string, string>> = {}) => ({
    action: 'report',
    baseRevision: '1',
    unit: cell,
    date: formatDay(today),
    member,
    seen: 'Đủ trình tự các bước, thảo luận đúng trọng tâm',
    advice: 'Gửi tài liệu sớm hơn',
    'points.guiding': '2',
    'matters[0].topic': 'XDCB',
    'matters[0].summary': 'Nhà đa năng xuống cấp',
    'matters[0].severity': 'low',
    ...changes,
  });

  beforeAll(async () => {
    group = await Visitor.signedIn('group1');
    const officer = await Visitor.signedIn('thang');
    const own = { ...meeting(cell), 'points.guiding': '4' };
    expect((await officer.post('/reports', { csrf: await officer.csrf(), baseRevision: '0', ...own })).status).toBe(
      200,
    );
  });

  it('plans a visit, which is due on its day', async () => {
    const nobody = await post({ action: 'plan', unit: cell, date: formatDay(today), member: 'Ai đó' });
    expect(nobody.status).toBe(422);
    const planned = await post({ action: 'plan', unit: cell, date: formatDay(today), member });
    expect(planned.status).toBe(200);
    expect(planned.text).toContain('đến hạn báo cáo');
    expect(planned.text).toContain(`/visits/new?visit=${encodeURIComponent(id)}`);
  });

  it('plans none twice, nor where it does not answer, and what was typed is kept', async () => {
    const another = 'Phó Trưởng ban, Ban Dân vận Huyện ủy';
    const twice = await post({ action: 'plan', unit: cell, date: formatDay(today), member: another });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain(`<option value="${another}" selected>${another}</option>`);
    expect((await post({ action: 'plan', unit: 'hiep-hoa.thanh-van', date: formatDay(today) })).status).toBe(422);
  });

  it('reports what it saw; the concern it heard is a matter', async () => {
    const lacks = await post(report({ seen: '' }));
    expect(lacks.status).toBe(422);
    expect(lacks.text).toContain('Nhà đa năng xuống cấp');
    const sent = await post(report());
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Đã lưu');
    expect(await group.json(`/matters/${id}_1`)).toMatchObject({ state: 'open', said: { topic: 'XDCB' } });
  });

  it('disagrees with the cell’s own score where it does, on the visit and on the report', async () => {
    const gap = 'chi bộ tự chấm 4, tổ công tác 2';
    expect((await group.get(`/visits/${id}`)).text).toContain(gap);
    const officer = await Visitor.signedIn('thang');
    expect((await officer.get(`/reports/${cell}_${today}_regular`)).text).toContain(gap);
    expect((await officer.get('/visits')).text).toContain('Đã dự, đã báo cáo');
  });

  it('sent twice is sent once; a row is added without scripts', async () => {
    expect((await post(report())).status).toBe(200);
    const more = await post({ ...report(), baseRevision: '2', 'matters[1].summary': '', press: 'more.matters' });
    expect(more.text.includes('name="matters[2].topic"')).toBe(true);
    expect(more.text.includes('Nhà đa năng xuống cấp')).toBe(true);
  });

  it('reported twice from blank forms: the second shows what the first says, and keeps what it leaves blank', async () => {
    const unit = `${commune}.tieu-hoc`;
    const fields = { action: 'report', baseRevision: '0', unit, date: formatDay(today), member: '' };
    expect((await post({ ...fields, seen: 'Thấy tốt', advice: 'Ghi chép' })).status).toBe(200);
    const late = await post({ ...fields, seen: 'Thấy khác', advice: '' });
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/>\s*Thấy khác<\/textarea>/);
    expect(late.text).toContain('Nơi khác vừa lưu: Thấy tốt');
    expect(late.text).toMatch(/>\s*Ghi chép<\/textarea>/);
    expect(late.text).not.toContain(`Nơi khác vừa lưu: ${unit}`);
    expect(hiddenFields(late.text, '/visits')['baseRevision']).toBe('1');
  });

  it('drops a visit with a reason, and not without', async () => {
    const date = addDays(today, today.slice(0, 7) === addDays(today, 1).slice(0, 7) ? 1 : 0);
    const other = `${commune}_${date}_visit-1`;
    expect((await post({ action: 'plan', unit: commune, date: formatDay(date), member })).status).toBe(200);
    expect((await post({ action: 'drop', visit: other, baseRevision: '1', reason: ' ' })).status).toBe(422);
    expect((await post({ action: 'drop', visit: other, baseRevision: '1', reason: 'Hoãn họp' })).status).toBe(200);
    expect((await group.get(`/visits/${other}`)).text).toContain('Hoãn họp');
  });

  it('reports in place of a visit planned in a month that has closed: that month stays as it was counted', async () => {
    const unit = `${commune}.mam-non`;
    const date = `${addMonths(thisMonth, -2)}-15` as Day;
    const about = { group: 1, unit, date };
    const missed: Visit = { ...about, id: visitIdOf(about), meeting: 'cell', state: 'planned' };
    const { db, outputs } = operatorDb();
    const by = { user: 'group1', role: 'group', unit: 'hiep-hoa' } as const;
    await visitStore(db, tablesOf(outputs).meetings).append(missed, 0, { by, at: `${date}T01:00:00.000Z` });
    const made = report({ unit: commune, planned: missed.id, 'points.guiding': '' });
    expect((await post(made)).status).toBe(200);
    expect(await group.json(`/visits/${commune}_${today}_visit-1`)).toMatchObject({ state: 'done' });
    expect(await group.json(`/visits/${missed.id}`)).toMatchObject({ state: 'planned', revision: 1 });
  });

  it('reports on another day than was planned: the planned visit is due no more', async () => {
    const date = addDays(today, -1);
    const planned = `${commune}.mam-non_${today}_visit-1`;
    const plan = { action: 'plan', unit: `${commune}.mam-non`, date: formatDay(today), member };
    expect((await post(plan)).status).toBe(200);
    const form = await group.get(`/visits/new?visit=${planned}`);
    expect(hiddenFields(form.text, '/visits')['planned']).toBe(planned);
    const made = report({ unit: `${commune}.mam-non`, date: formatDay(date), planned, 'points.guiding': '' });
    expect((await post(made)).status).toBe(200);
    expect((await post(made)).status).toBe(200); // sent twice is sent once
    expect(await group.json(`/visits/${planned}`)).toMatchObject({
      state: 'dropped',
      movedTo: `${commune}.mam-non_${date}_visit-1`,
    });
  });

  it('sees the results for which it answers; nobody else plans', async () => {
    await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
    const page = await group.get(`/visits?month=${thisMonth}`);
    expect(page.text).toContain('/scorecards/hiep-hoa.thang/');
    const district = await Visitor.signedIn('district');
    expect((await district.get('/visits?group=1')).text).toContain('Tổ công tác số 1');
    const plan = { csrf: await district.csrf(), action: 'plan', unit: cell, date: formatDay(today) };
    expect((await district.post('/visits', plan)).status).toBe(403);
    const others = await Visitor.signedIn('thanh-van');
    expect((await others.get(`/visits/${id}`)).status).toBe(404);
  });
});
