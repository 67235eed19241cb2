import { beforeAll, describe, expect, it } from 'vitest';
import { thisMonth, today } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const unit = 'hiep-hoa.mai-dinh';
const path = `/months/${thisMonth}/grid?unit=${unit}`;
const day = today.split('-').reverse().join('/');
let commune: Visitor;
let csrf: string;
let cells: string[];

const good = {
  durationMinutes: '95',
  fullMembers: '20',
  present: '18',
  excused: '2',
  unexcused: '0',
  resolution: 'resolution',
};
const row = (n: number, cell: string, fields: object) =>
  Object.fromEntries(Object.entries({ cell, ...fields }).map(([name, value]) => [`rows[${n}].${name}`, String(value)]));
const send = (fields: Readonly<Record<string, string>>): Promise<Seen> =>
  commune.post(path, { csrf, commonDate: day, ...fields });
const rowsOf = ({ text }: Seen) =>
  [...text.matchAll(/name="rows\[\d+\]\.cell" value="([^"]+)"/g)].map(([, cell]) => cell);

beforeAll(async () => {
  commune = await Visitor.signedIn('mai-dinh');
  csrf = await commune.csrf();
  cells = rowsOf(await commune.get(path)) as string[];
});

describe('the grid of a commune', () => {
  it('has a row for every cell without a regular report, and the board leads to it', async () => {
    const board = (await commune.json(`/months/${thisMonth}`)) as { cells: { cell: { id: string }; state: string }[] };
    expect(cells).toEqual(board.cells.map(({ cell }) => cell.id));
    expect((await commune.get(`/months/${thisMonth}`)).text).toContain(`/months/${thisMonth}/grid?unit=${unit}`);
    const { text } = await commune.get(path);
    expect(text).toMatch(/value="\d+" name="rows\[\d+\]\.fullMembers"/);
    expect(text).toContain('Theo báo cáo tháng trước:');
  });

  it('stores the rows that are right and returns the others as they were typed', async () => {
    const [first = '', second = '', third = ''] = cells;
    const seen = await send({
      ...row(0, first, good),
      ...row(1, second, { ...good, present: 'mười tám' }),
      ...row(2, third, { fullMembers: '23' }),
    });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Đã gửi 1 báo cáo');
    expect(seen.text).toMatch(/số biên nhận <b>\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(seen.text).toContain('value="mười tám"');
    expect(seen.text).toContain('href="#rows-0-present"');
    expect(rowsOf(seen)).toEqual([second, third]);
    expect((await commune.get(`/reports/${first}_${today}_regular`)).status).toBe(200);
    expect((await commune.get(`/reports/${second}_${today}_regular`)).status).toBe(404);
    expect(rowsOf(await commune.get(path))).toEqual(cells.slice(1));
  });

  it('sent again stores nothing twice, and never writes over what another has stored', async () => {
    const [first = ''] = cells;
    expect((await send(row(0, first, good))).text).toContain('Đã gửi 1 báo cáo');
    const other = await send(row(0, first, { ...good, present: '17', excused: '3' }));
    expect(other.status).toBe(422);
    expect(other.text).toContain('vừa có báo cáo khác được lưu');
    const { revisions, report } = (await commune.json(`/reports/${first}_${today}_regular`)) as {
      revisions: unknown[];
      report: { present: number };
    };
    expect([revisions.length, report.present]).toEqual([1, 18]);
  });

  it('is refused for cells of others, for others’ communes and for who enters no reports', async () => {
    const others = await send(row(0, 'hiep-hoa.thanh-van.thanh-binh', good));
    expect(others.status).toBe(422);
    expect(others.text).toContain('Không có chi bộ này.');
    expect((await commune.get(`/months/${thisMonth}/grid?unit=hiep-hoa.thanh-van`)).status).toBe(404);
    expect((await commune.post(`/months/${thisMonth}/grid?unit=hiep-hoa.thanh-van`, { csrf })).status).toBe(404);
    const district = await Visitor.signedIn('district');
    expect((await district.get(path)).status).toBe(403);
  });

  it('says so where nothing was filled in, and leads back where the month is closed', async () => {
    expect((await send(row(0, cells[3] ?? '', { fullMembers: '20' }))).text).toContain('Chưa nhập chi bộ nào.');
    expect((await commune.get(`/months/2025-12/grid?unit=${unit}`)).text).toContain('Đã chốt số liệu');
  });
});
