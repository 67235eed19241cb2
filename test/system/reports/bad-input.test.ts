import { beforeAll, describe, expect, it } from 'vitest';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.thai-son.thai-tho';
const id = `${cell}_${today}_regular`;
let commune: Visitor;
let csrf: string;

beforeAll(async () => {
  commune = await Visitor.signedIn('thai-son');
  csrf = await commune.csrf();
});

const send = (changes: Readonly<Record<string, string>> = {}, by = commune): Promise<Seen> =>
  by.post('/reports', { csrf, baseRevision: '0', month: thisMonth, ...meeting(cell, changes) });

describe('a mistake in the form', () => {
  it.each([
    [{ durationMinutes: '' }, 'durationMinutes', 'Nhập thời lượng buổi sinh hoạt, ví dụ 90 hoặc 1h30.'],
    [{ present: 'mười bảy' }, 'present', 'Cần nhập một số nguyên'],
    [{ present: '21', excused: '0', unexcused: '0' }, 'present', 'Có mặt 21 nhưng số phải dự chỉ là 20.'],
    [{ excused: '3' }, 'present', '= 21, trong khi số phải dự là 20.'],
    [{ date: '31/02/2026' }, 'date', 'Đề nghị nhập ngày họp theo dạng ngày/tháng/năm, ví dụ 03/'],
    [{ date: '2999-01-01' }, 'date', 'Ngày họp chưa đến'],
    [{ date: `${lastMonth}-03` }, 'date', 'Ngày họp không thuộc tháng'],
    [{ 'matters[0].topic': 'LUNAR' }, 'matters-0-topic', 'Cần chọn một lĩnh vực trong danh mục.'],
    [{ kind: 'weekly' }, 'kind', 'Cần chọn một trong các mục đã cho.'],
  ])('%o is told at its field, and nothing typed is lost', async (changes, field, sentence) => {
    const seen = await send(changes);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(sentence);
    expect(seen.text).toContain(`href="#${field}"`);
    expect(seen.text).toContain(`id="${field}"`);
    expect(seen.text).toContain('Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm');
    // A choice that the form does not offer cannot be shown as chosen.
    const kept = Object.entries(changes).filter(([name, typed]) => typed !== '' && !/kind|topic/.test(name));
    for (const [, typed] of kept) expect(seen.text).toContain(`value="${typed}"`);
  });

  it('is asked back where a writing is doubtful, with what was understood in its box', async () => {
    const [year, month, day] = today.split('-');
    const seen = await send({ date: `${day}${month}`, startTime: '19', durationMinutes: '1h30', present: '17/20' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(`“${day}${month}” đã hiểu là ${day}/${month}/${year}; đúng không?`);
    expect(seen.text).toContain(`value="${day}/${month}/${year}" name="date"`);
    expect(seen.text).toContain('value="19:00" name="startTime"');
    expect(seen.text).toContain('value="1h30" name="durationMinutes"');
    const json = await commune.postJson('/reports', { ...meeting(cell), startTime: '19' }, { 'x-csrf-token': csrf });
    expect(JSON.parse(json.text)).toMatchObject({
      errors: [{ field: 'startTime', code: 'understood', understood: '19:00' }],
    });
  });

  it('is a problem document with a pointer for who speaks JSON', async () => {
    const seen = await commune.postJson('/reports', { ...meeting(cell), present: '' }, { 'x-csrf-token': csrf });
    expect(seen.status).toBe(422);
    expect(seen.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(seen.text)).toMatchObject({
      status: 422,
      errors: [
        {
          field: 'present',
          pointer: '#/present',
          code: 'required',
          detail: 'Nhập số đảng viên có mặt, không tính khách mời.',
        },
      ],
    });
  });

  it('stores nothing', async () => {
    expect((await commune.get(`/reports/${id}`)).status).toBe(404);
  });
});

describe('who may not', () => {
  it('cannot tell a cell of another commune from one that does not exist', async () => {
    const others = await send({ cell: 'hiep-hoa.thanh-van.thanh-binh' });
    const nobodys = await send({ cell: 'hiep-hoa.thai-son.khong-co' });
    expect([others.status, nobodys.status]).toEqual([404, 404]);
    expect(others.text).toBe(nobodys.text);
  });

  it('is not served a form, a report or a scorecard of another commune', async () => {
    const paths = [
      `/reports/new?cell=hiep-hoa.thanh-van.thanh-binh&month=${thisMonth}`,
      `/reports/hiep-hoa.thanh-van.thanh-binh_${today}_regular`,
      `/scorecards/hiep-hoa.thanh-van/${lastMonth}`,
      `/scorecards/hiep-hoa/${lastMonth}.csv`,
      `/months/${lastMonth}?unit=hiep-hoa`,
      `/months/${lastMonth}?unit=hiep-hoa.thanh-van`,
    ];
    for (const path of paths) expect((await commune.get(path)).status, path).toBe(404);
  });

  it('is not taken without the token of its session, nor from another site', async () => {
    const without = await commune.post('/reports', { ...meeting(cell), baseRevision: '0' });
    expect(without.status).toBe(401);
    const forged = await commune.post(
      '/reports',
      { csrf, baseRevision: '0', ...meeting(cell) },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(forged.status).toBe(403);
    const older = await commune.post(
      '/reports',
      { csrf, baseRevision: '0', ...meeting(cell) },
      { origin: 'https://example.org' },
    );
    expect(older.status).toBe(403);
    expect((await commune.get(`/reports/${id}`)).status).toBe(404);
  });

  it('gets the same answer for a wrong password as for an unknown name', async () => {
    const wrong = await new Visitor().post('/login', { user: 'thai-son', password: 'Sai-roi-2026' });
    const unknown = await new Visitor().post('/login', { user: 'khong-co', password: PASSWORD });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text.replace('thai-son', '')).toBe(unknown.text.replace('khong-co', ''));
  });
});

describe('nothing entered is lost', () => {
  it('keeps a form that an expired session interrupted, and sends it after signing in', async () => {
    const late = await Visitor.signedIn('thai-son');
    const token = await late.csrf();
    late.forget('session');
    const asked = await late.post('/reports', { csrf: token, baseRevision: '0', ...meeting(cell) });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('Nội dung vừa nhập vẫn được giữ');
    const carriedBody = /name="carriedBody" value="([^"]*)"/.exec(asked.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const done = await late.post('/login', {
      user: 'thai-son',
      password: PASSWORD,
      carriedPath: '/reports',
      carriedBody,
    });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Báo cáo đã được lưu');
  });

  it('leaves one revision of twenty posts at once', async () => {
    const other = meeting(cell, { kind: 'extraordinary', durationMinutes: '40' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => commune.post('/reports', { csrf, baseRevision: '0', ...other })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const { revisions } = (await commune.json(`/reports/${cell}_${today}_extraordinary`)) as { revisions: unknown[] };
    expect(revisions).toHaveLength(1);
  });

  it('shows both versions to who amends a report that somebody else has amended', async () => {
    const amend = (changes: Readonly<Record<string, string>>) =>
      commune.post(`/reports/${id}`, { csrf, action: 'amend', baseRevision: '1', ...meeting(cell, changes) });
    expect((await amend({ durationMinutes: '100' })).status).toBe(200);
    const stale = await amend({ durationMinutes: '110' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Báo cáo này vừa được người khác sửa');
    expect(stale.text.replace(/<[^>]+>/g, ' ')).toMatch(/Thời lượng \(phút\)\D+110\D+100\D/);
    expect(stale.text).toContain('name="baseRevision" value="2"');
    const merged = await commune.post(`/reports/${id}`, {
      csrf,
      action: 'amend',
      baseRevision: '2',
      ...meeting(cell, { durationMinutes: '110' }),
    });
    expect(merged.text).toContain('Báo cáo đã được lưu');
  });

  it('asks for a reason before it returns a report, and keeps the report as it was', async () => {
    const district = await Visitor.signedIn('district');
    const token = await district.csrf();
    const without = await district.post(`/reports/${id}`, {
      csrf: token,
      action: 'return',
      baseRevision: '3',
      reason: ' ',
    });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Lý do: Nhập lý do.');
    const reason = 'Đề nghị bổ sung biên bản.';
    const returned = await district.post(`/reports/${id}`, {
      csrf: token,
      action: 'return',
      baseRevision: '3',
      reason,
    });
    expect(returned.status).toBe(200);
    const seen = (await commune.json(`/reports/${id}`)) as { state: string; revisions: { reason?: string }[] };
    expect(seen.state).toBe('returned');
    expect(seen.revisions.at(-1)?.reason).toBe(reason);
  });
});

describe('a closed month', () => {
  const closed = { date: '2026-01-15', month: '' };

  it('takes nothing from a commune, and keeps what was typed', async () => {
    const seen = await send(closed);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Tháng này đã chốt số liệu');
    expect(seen.text).toContain('Thống nhất vận động hiến đất');
  });
});

describe('an address that is none', () => {
  it.each([
    '/months/2026-13',
    '/months/2018-01',
    '/reports/x',
    '/scorecards/hiep-hoa/2026-01.exe',
    '/khong/co',
    '/favicon.ico',
  ])('%s is told in words', async (path) => {
    const seen = await (await Visitor.signedIn('district')).get(path);
    expect(seen.status).toBe(404);
    expect(seen.text).toContain('Không tìm thấy trang');
  });
});
