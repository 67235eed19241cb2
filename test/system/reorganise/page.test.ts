import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

const closed = addMonths(lastMonth, -1);
const digits = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;
const units = `id;level;kind;name;type;from;to;group
son-dong;district;huyện;Sơn Động;;2019-03;;
son-dong.an-chau;commune;thị trấn;An Châu;;2019-03;;1
son-dong.an-chau.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
son-dong.an-lac;commune;xã;An Lạc;;2019-03;;1
son-dong.an-lac.tay;cell;Chi bộ thôn;Tây;thon;2019-03;;
son-dong.van-son;commune;xã;Vân Sơn;;2019-03;;2
`;
const path = '/directory/reorganise';

let district: Visitor;
beforeAll(async () => {
  await enterDistrict(units, [
    { user: 'son-dong.district', role: 'district', unit: 'son-dong' },
    { user: 'son-dong.an-lac', role: 'commune', unit: 'son-dong.an-lac' },
  ]);
  district = await Visitor.signedIn('son-dong.district');
  await admin('rollup', '--district', 'son-dong', '--month', closed, '--official');
});

const send = async (fields: Readonly<Record<string, string>>) =>
  district.post(path, { csrf: await district.csrf(), ...fields });
const plan = {
  ...{ action: 'preview', month: digits(thisMonth), name1: 'An Châu', kind1: 'xã', name2: 'Vân Sơn', kind2: 'phường' },
  ...{ 'into.son-dong.an-chau': '1', 'into.son-dong.an-lac': '1', 'into.son-dong.van-son': '2' },
};

describe('the page that reorganises', () => {
  it('keeps what was typed, and says at the field or in words what is wrong', async () => {
    const wrong = await send({ ...plan, month: 'tháng 7', name1: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#month"');
    expect(wrong.text).toContain('href="#name1"');
    expect(wrong.text).toContain('value="tháng 7"');
    expect((await send({ ...plan, month: digits(closed) })).text).toContain('đã chốt');
    expect((await send({ action: 'preview', month: digits(thisMonth) })).text).toContain('chưa có việc nào');
    const file = { action: 'preview', month: digits(thisMonth), file: 'what;from\nbay;son-dong.an-lac' };
    expect((await send(file)).text).toContain('Dòng 2: việc phải là một trong');
    for (const foreign of ['hiep-hoa.thanh-van', 'khong-co.thanh-van']) {
      const move = { ...file, file: `what;from;to\nmove;son-dong.an-lac.tay;${foreign}` };
      expect((await send(move)).text).toContain('đơn vị đó không có');
    }
  });

  it('shows what a plan would do, carries it out upon one confirmation, and undoes it with a reason', async () => {
    const preview = await send(plan);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('3 xã, phường, thị trấn thành 2.');
    expect(preview.text).toContain('2 chi bộ chuyển theo; 1 tài khoản chuyển theo.');
    expect((await district.get(`/months/${thisMonth}`)).text).toContain('An Lạc');
    const confirm = hiddenFields(preview.text, path);
    expect(confirm).toMatchObject({ action: 'carry-out' });

    const long = 'Theo nghị quyết. '.repeat(90).trim();
    const refused = await district.post(path, { ...confirm, reason: long });
    expect([refused.status, refused.text.includes(`value="${long}"`)]).toEqual([422, true]);
    expect(refused.text).toContain('Dài quá 1.000 ký tự');
    expect(hiddenFields(refused.text, path)).toEqual(confirm);

    expect((await district.post(path, { ...confirm, reason: 'NQ 1191' })).text).toContain('Đã sắp xếp đơn vị');
    const board = (await district.get(`/months/${thisMonth}`)).text;
    expect(board).not.toContain('An Lạc');
    expect(board).toContain('Vân Sơn');
    expect((await (await Visitor.signedIn('son-dong.an-lac')).get('/account')).text).toContain('An Châu');
    expect((await district.get(`/audit/${today}`)).text).toContain('son-dong#reorganised#1');
    expect(await admin('verify', '--scorecard', `son-dong/${closed}`)).toContain('the same');
    // What is confirmed twice is done once.
    expect((await district.post(path, { ...confirm })).status).toBe(422);

    expect((await send({ action: 'undo' })).status).toBe(422);
    const undoing = await send({ action: 'undo', undoReason: long });
    expect([undoing.status, undoing.text.includes(`value="${long}"`)]).toEqual([422, true]);
    expect((await send({ action: 'undo', undoReason: 'Nhầm' })).text).toContain('Đã hoàn tác');
    expect((await district.get(`/months/${thisMonth}`)).text).toContain('An Lạc');
    expect((await (await Visitor.signedIn('son-dong.an-lac')).get('/account')).text).toContain('An Lạc');
    expect((await send({ action: 'undo', undoReason: 'Nhầm' })).text).toContain('Không có lần sắp xếp nào');
  });

  it('undoes nothing once a new unit has reported', async () => {
    await district.post(path, { ...hiddenFields((await send(plan)).text, path) });
    const cell = 'son-dong.an-chau-2.tay';
    const report = { ...meeting(cell, { date: today }), baseRevision: '0', csrf: await district.csrf() };
    await district.post('/reports', report);
    await admin('rollup', '--district', 'son-dong', '--month', thisMonth);
    const refused = await send({ action: 'undo', undoReason: 'Nhầm' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(cell);
  });
});
