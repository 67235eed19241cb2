import { beforeAll, describe, expect, it } from 'vitest';
import { directoryStore } from '#functions/store/directory-store.ts';
import type { UnitsRevision } from '#functions/store/units-revision.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { Unit } from '#shared/units/units.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'da-ket-thuc';
const long = addMonths(lastMonth, -3);
const words = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Kết Thúc;;2019-03;;
${district}.cu;commune;xã;Xã Cũ;;2019-03;${lastMonth};1
${district}.cu.thon;cell;Chi bộ thôn;Thôn Cũ;thon;2019-03;${lastMonth};
${district}.moi;commune;xã;Xã Mới;;${thisMonth};;1
${district}.moi.thon;cell;Chi bộ thôn;Thôn Mới;thon;${thisMonth};;
${district}.con;commune;xã;Xã Còn;;2019-03;;1
${district}.con.giai-the;cell;Chi bộ;Đã Giải Thể;thon;2019-03;${long};
${district}.con.thon;cell;Chi bộ thôn;Thôn Còn;thon;2019-03;;
`;
const dissolved = `${district}.con.giai-the`;

describe('the account of a unit that has ended', () => {
  let viewer: Visitor;

  beforeAll(async () => {
    await enterDistrict(units, [
      { user: `${district}.cu`, role: 'commune', unit: `${district}.cu` },
      { user: `${district}.cu.thon`, role: 'cell', unit: `${district}.cu.thon` },
      { user: `${district}.con.giai-the`, role: 'cell', unit: dissolved },
      { user: `${district}.con`, role: 'commune', unit: `${district}.con` },
    ]);
    const { db, outputs } = operatorDb();
    const directory = directoryStore(db, tablesOf(outputs).cells);
    const said = { by: { user: 'x', role: 'district', unit: district }, at: new Date().toISOString() } as const;
    const change = async (commune: string, changed: (unit: Unit) => Partial<Unit>) => {
      const { units, revision } = (await directory.newestUnitsOf(commune)) as UnitsRevision;
      await directory.saveUnits(
        commune,
        units.map((unit) => ({ ...unit, ...changed(unit) })),
        revision,
        said,
      );
    };
    await change(`${district}.moi`, ({ id }) => ({ predecessors: [id.replace('.moi', '.cu')] }));
    // So that last month is open on any day on which this runs.
    const settings = { deadlines: { due: 5, closing: 31 } };
    await change(district, () => ({ choices: [{ from: '2019-03' as Month, settings }] }));
  });

  it('finds its last month, may still report of it, and is told what became of the unit and whom to ask', async () => {
    viewer = await Visitor.signedIn(`${district}.cu.thon`);
    const home = await viewer.get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain(`kết thúc hoạt động sau tháng ${words(lastMonth)}`);
    expect(home.text).toContain('Đơn vị nối tiếp: Chi bộ thôn Thôn Mới.');
    expect(home.text).toContain('đề nghị đồng chí liên hệ xã Xã Mới.');
    const [year, month] = lastMonth.split('-');
    const sent = await viewer.post('/reports', {
      ...meeting(`${district}.cu.thon`, { date: `03/${month}/${year}` }),
      ...{ 'tasks[0].due': '', csrf: await viewer.csrf(), baseRevision: '0' },
    });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain(`${district}.cu.thon_${lastMonth}-03_regular`);
  });

  it('is not let report of a month in which the unit does not stand, nor shown one', async () => {
    const sent = await viewer.post('/reports', {
      ...meeting(`${district}.cu.thon`),
      ...{ csrf: await viewer.csrf(), baseRevision: '0' },
    });
    expect(sent.status).toBe(422);
    const form = await viewer.get(`/reports/new?cell=${district}.cu.thon&month=${thisMonth}`);
    expect(form.status).toBe(404);
    // What was kept leads to the last month.
    expect((await viewer.get(`/months/${thisMonth}`)).text).toContain(`sau tháng ${words(lastMonth)}`);
    expect((await viewer.get(`/reports/${district}.cu.thon_${today}_regular`)).status).toBe(404);
  });

  it('of a commune finds its cells there', async () => {
    const commune = await Visitor.signedIn(`${district}.cu`);
    const home = await commune.get('/');
    expect(home.text).toContain('Thôn Cũ');
    expect(home.text).toContain('Đơn vị nối tiếp: xã Xã Mới.');
    expect((await commune.get('/?lang=en')).text).toContain('Succeeded by');
  });

  it('whose last month is closed reads its records and is told so', async () => {
    const cell = await Visitor.signedIn(`${district}.con.giai-the`);
    const home = await cell.get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain(`sau tháng ${words(long)}`);
    expect(home.text).toContain('không nhập hay sửa được nữa');
    expect(home.text).toContain('liên hệ xã Xã Còn.');
    expect(home.text).not.toContain('Đơn vị nối tiếp');
    const [year, month] = long.split('-');
    const sent = await cell.post('/reports', {
      ...meeting(dissolved, { date: `03/${month}/${year}` }),
      ...{ 'tasks[0].due': '', csrf: await cell.csrf(), baseRevision: '0' },
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('đã chốt');
    expect((await cell.get(`/months/${addMonths(long, -1)}`)).text).not.toContain('kết thúc hoạt động');
  });

  it('of one that stands is told nothing', async () => {
    const commune = await Visitor.signedIn(`${district}.con`);
    expect((await commune.get('/')).text).not.toContain('kết thúc hoạt động');
  });
});
