import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { hiddenFields, PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

/** The demo has nothing for the month to come. */
const month = addMonths(thisMonth, 1);
const path = `/guidance?month=${month}`;
const link = 'Định hướng nội dung sinh hoạt của huyện';
const village = 'hiep-hoa.thai-son.thai-tho';
const school = 'hiep-hoa.thai-son.thcs';
const board = `/months/${month}?unit=hiep-hoa.thai-son`;
const formOf = (cell: string) => `/reports/new?cell=${cell}&month=${month}`;

/** The row of a commune in the list of who has opened what. */
const rowOf = ({ text }: Seen, commune: string) => new RegExp(`${commune}</th><td>(.*?)</td>`).exec(text)?.[1];

describe('the orientation of a month', () => {
  let district: Visitor;
  let commune: Visitor;
  const publish = async (fields: Readonly<Record<string, string>>, baseRevision = '0') =>
    district.post(path, { csrf: await district.csrf(), audience: 'all', baseRevision, ...fields });

  beforeAll(async () => {
    district = await Visitor.signedIn('district');
    commune = await Visitor.signedIn('thai-son');
  });

  it('before it is published, nothing leads to it', async () => {
    expect((await commune.get(board)).text).not.toContain(link);
    expect((await commune.get(formOf(village))).text).not.toContain(link);
    expect((await commune.get(path)).text).toContain('chưa ban hành định hướng');
    expect((await district.get(`/months/${month}`)).text).toContain(link);
  });

  it('mistakes stand at the field, and what was typed is kept', async () => {
    const page = await district.get(path);
    expect(page.text).toContain('Không nhập nội dung mật');
    expect(hiddenFields(page.text, path)).toMatchObject({ audience: 'all', baseRevision: '0' });
    const blank = await publish({ text: ' ' });
    expect(blank.status).toBe(422);
    expect(blank.text).toContain('<a href="#text">Nội dung định hướng: Nhập nội dung cần gửi.</a>');
    const long = await publish({ text: `Bàn việc làng ${'x'.repeat(6000)}` });
    expect(long.status).toBe(422);
    expect(long.text).toContain('Bàn việc làng xxx');
    expect((await commune.get(path)).text).toContain('chưa ban hành định hướng');
  });

  it('published for schools, it stands on the form of a school and the board, not on a village’s form', async () => {
    const done = await publish({ audience: 'truong-hoc', text: 'Bàn an toàn trường học <lớp 1>' });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Đã ban hành định hướng');
    expect((await commune.get(formOf(school))).text).toContain(`href="/guidance?month=${month}&amp;type=truong-hoc"`);
    expect((await commune.get(formOf(village))).text).not.toContain(link);
    expect((await commune.get(board)).text).toContain(`href="${path}"`);
    const cell = await Visitor.signedIn('thanh-van.thanh-binh');
    expect((await cell.get(`/months/${month}`)).text).not.toContain(link);
    expect((await cell.get(path)).text).not.toContain('trường học');
  });

  it('published for all, every form leads to it; the district sees who has opened it and who has not', async () => {
    expect((await publish({ text: 'Kiểm điểm nghị quyết tháng trước\nBàn thu quỹ' })).status).toBe(200);
    expect((await commune.get(formOf(village))).text).toContain(`href="/guidance?month=${month}&amp;type=thon"`);
    expect(rowOf(await district.get(path), 'Xã Thái Sơn')).toContain('chưa mở');

    const opened = await commune.get(`/guidance?month=${month}&type=thon`);
    expect(opened.text).toContain('<p>Bàn thu quỹ</p>');
    expect(opened.text).not.toContain('trường học');
    expect(opened.text).not.toContain('<textarea');
    expect((await (await Visitor.signedIn('group1')).get(path)).text).toContain('Bàn thu quỹ');

    const seen = await district.get(path);
    expect(rowOf(seen, 'Xã Thái Sơn')).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    expect(seen.text).toMatch(/Đã mở: 1\/\d\d đảng bộ/);
    expect(seen.text).toContain('Tổ công tác đã mở: 1');
    expect(await district.json(path)).toMatchObject({
      month,
      guidance: [{ audience: 'all', revision: 1 }, { audience: 'truong-hoc' }],
      opened: [{ audience: 'all', groups: [1] }, { audience: 'truong-hoc' }],
    });
  });

  it('published anew it is another revision, to be opened anew; who had not seen it is told, with all kept', async () => {
    expect((await publish({ text: 'Bàn thu quỹ và vệ sinh' }, '1')).status).toBe(200);
    const seen = await district.get(path);
    expect(seen.text).toContain('Ban hành lần 2');
    expect(rowOf(seen, 'Xã Thái Sơn')).toContain('chưa mở');
    const late = await publish({ text: 'Bàn chuyện khác' }, '1');
    expect(late.status).toBe(409);
    expect(late.text).toContain('Bàn chuyện khác');
    expect(late.text).toContain('<p>Bàn thu quỹ và vệ sinh</p>');
    expect(hiddenFields(late.text, path)).toMatchObject({ baseRevision: '2' });
  });

  it('says the same in JSON, and what was sent twice is stored once', async () => {
    const csrf = await district.csrf();
    const body = { audience: 'y-te', text: 'Bàn phòng, chống dịch', baseRevision: 0 };
    const sent = await district.postJson(path, body, { 'x-csrf-token': csrf });
    expect(sent.status).toBe(201);
    expect(JSON.parse(sent.text)).toMatchObject({ month, audience: 'y-te', revision: 1 });
    const again = await district.postJson(path, body, { 'x-csrf-token': csrf });
    expect(again.status).toBe(200);
    expect(JSON.parse(again.text)).toMatchObject({ revision: 1 });
    const wrong = await district.postJson(path, { ...body, audience: 'xom' }, { 'x-csrf-token': csrf });
    expect(wrong.status).toBe(422);
    expect(JSON.parse(wrong.text)).toMatchObject({ errors: [{ pointer: '#/audience', code: 'not-a-choice' }] });
  });

  it('an expired session loses nothing of it', async () => {
    const text = 'Bàn chuyển đổi số\nHướng dẫn người dân nộp hồ sơ trực tuyến';
    const visitor = await Visitor.signedIn('district');
    const sent = await visitor.post(path, { csrf: 'of an earlier session', audience: 'tdp', baseRevision: '0', text });
    expect(sent.status).toBe(401);
    const again = { user: 'district', password: PASSWORD, ...hiddenFields(sent.text, '/login') };
    const signedIn = await visitor.post('/login', again);
    expect(signedIn.text).toContain('Gửi tiếp');
    const done = await visitor.post(path, hiddenFields(signedIn.text, path));
    expect(done.text).toContain('<p>Hướng dẫn người dân nộp hồ sơ trực tuyến</p>');
  });

  it('is not another role’s to publish, nor for a month that is far', async () => {
    expect((await commune.post(path, { csrf: await commune.csrf(), audience: 'all', text: 'x' })).status).toBe(403);
    expect((await district.get(`/guidance?month=${addMonths(thisMonth, 2)}`)).status).toBe(404);
    expect((await district.get('/guidance?month=hai')).status).toBe(404);
  });
});
