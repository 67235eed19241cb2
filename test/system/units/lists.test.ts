import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthDigits } from '#shared/language/format.ts';
import type { Unit } from '#shared/units/units.ts';
import { sheetOf, type Written, workbookOf } from '#test/functions/files/list-workbook.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { admin, hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const head = 'id;level;kind;name;type;from;to;group';
const commune = 'viet-yen.tang-tien';
const path = '/directory/units';

let district: Visitor;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-lists-'));
  const units = [head, 'viet-yen;district;huyện;Việt Yên;;2019-03;;', `${commune};commune;xã;Tăng Tiến;;2019-03;;1`];
  await enterDistrict([...units, `${commune}.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;`].join('\n'), [
    { user: 'viet-yen', role: 'district', unit: 'viet-yen' },
    { user: 'tang-tien', role: 'commune', unit: commune },
  ]);
  district = await Visitor.signedIn('viet-yen');
});
afterAll(() => rm(folder, { recursive: true }));

async function send(bytes: Uint8Array | string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf: await district.csrf(), ...fields })) form.set(name, value);
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'danh-sach.xlsx');
  return district.postForm(path, form);
}

/** Presses the button of a preview, as a browser without scripts does. */
async function confirm({ text }: Seen, changes: Readonly<Record<string, string>> = {}): Promise<Seen> {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    ...hiddenFields(text.replace(/^.*?<h2>Xem trước/s, ''), path),
    ...changes,
  }))
    form.set(name, value);
  return district.postForm(path, form);
}

async function cells(): Promise<string[]> {
  const { units } = (await district.json(`${path}?unit=${commune}`)) as { readonly units: readonly Unit[] };
  return units.map(({ id, kind, name, type, from, to }) =>
    [id.slice(commune.length + 1), kind, name, type, from, to ?? ''].join(' '),
  );
}

const list = (rows: readonly (readonly Written[])[]) => workbookOf(sheetOf('Danh sách', rows));
const rows: readonly (readonly Written[])[] = [
  ['ĐẢNG ỦY XÃ TĂNG TIẾN'],
  ['DANH SÁCH CHI BỘ'],
  ['STT', 'Tên chi bộ', 'Loại hình', 'Thành lập'],
  ['I', 'Khối thôn'],
  [1, 'Chi bộ thôn Đông', 'Thôn', '03/2019'],
  [2, { text: 'Chi bé th«n Hoµng V©n', font: '.VnTime' }, 'nt', monthDigits(thisMonth)],
  ['', 'Cộng', '', 2],
];

describe('a list on the page', () => {
  it('is shown as it was understood, and entered by one confirmation', async () => {
    const seen = await send(await list(rows));
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Hiểu được 2 đơn vị: 1 mới, 0 thay đổi, 1 như đã có.');
    expect(seen.text).toContain('Ô B6: chuyển từ phông TCVN3: Chi bộ thôn Hoàng Vân');
    expect(seen.text).toContain('Dòng 7: dòng cộng “Cộng”');
    expect(await cells()).toHaveLength(1);
    const done = await confirm(seen);
    expect(done.text).toContain('Đã nhập 1 đơn vị mới hoặc thay đổi');
    expect(await cells()).toContain(`hoang-van Chi bộ thôn Hoàng Vân thon ${thisMonth} `);
    const audit = await district.get('/audit');
    expect(audit.text).toContain(`units ${commune}.hoang-van`);
    expect((await confirm(await send(await list(rows)))).text).toContain('không có gì thay đổi');
  });

  it('enters nothing where one cell is wrong, and says which', async () => {
    const before = await cells();
    const seen = await send(
      await list([...rows, [3, 'Chi bộ thôn Bắc', 'Thôn', '12/2026'], [4, 'Chi bộ thôn Nam', 'hội', '2019']]),
    );
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Ô C9: loại hình “hội” không có');
    expect(seen.text).toContain('Ô D9: “2019” chỉ có năm');
    expect(seen.text).not.toContain('Nhập tất cả');
    const spans = `${head}\n${commune}.tay;cell;Chi bộ thôn;Tây;thon;${thisMonth};;\n${commune}.bac;cell;Chi bộ thôn;Bắc;thon;${thisMonth};2025-01;`;
    expect((await send(spans)).text).toContain('Ô G3: ');
    expect(await cells()).toEqual(before);
  });

  it('is shown again where the directory has changed since, or the browser sends something else', async () => {
    const seen = await send(`STT;Tên chi bộ;Loại\n1;Chi bộ thôn Tây;thôn`, { commune });
    await admin('unit', '--unit', `${commune}.dong`, '--name', 'Đông Mới', '--from', thisMonth);
    const again = await confirm(seen);
    expect(again.text).toContain('Danh bạ vừa thay đổi sau lần xem trước');
    const foreign = Buffer.from(`${head}\nhiep-hoa.la;commune;xã;Lạ;;2019-03;;`).toString('base64url');
    expect((await confirm(again, { list: foreign })).text).toContain('không thuộc huyện của đồng chí');
    const long = 'Theo nghị quyết. '.repeat(90).trim();
    const refused = await confirm(again, { reason: long });
    expect([refused.status, refused.text.includes(`value="${long}"`)]).toEqual([422, true]);
    expect(refused.text).toContain('Dài quá 1.000 ký tự');
    expect((await confirm(refused)).text).toContain('Đã nhập 1 đơn vị');
  });

  it.each([
    ['no list', '%PDF-1.7', 'cần tệp XLSX hoặc CSV'],
    ['an old workbook', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'lưu dạng Excel Workbook'],
    ['nothing', '', 'Tệp trống'],
    ['no head', 'Chi bộ thôn A\nChi bộ thôn B', 'thêm dòng tiêu đề'],
    ['commas', ','.repeat(1_900_000), 'Tệp quá lớn'],
    ['letters of no encoding', Buffer.from([0x61, 0xff, 0x62, 0x3b, 0x80, 0x90]), 'Không nhận ra bảng mã'],
  ])('of %s is refused politely, with what to do', async (_, bytes, says) => {
    const seen = await send(bytes);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(says);
  });

  it('is the district’s alone', async () => {
    const visitor = await Visitor.signedIn('tang-tien');
    expect((await visitor.get(path)).status).toBe(403);
    expect((await district.get(`${path}?unit=hiep-hoa.thanh-van`)).status).toBe(404);
  });
});

describe('a list by command', () => {
  async function file(bytes: Uint8Array | string): Promise<string> {
    const name = join(folder, 'danh-sach.xlsx');
    await writeFile(name, bytes);
    return name;
  }

  it('is shown without being entered, and then entered', async () => {
    const name = await file(await list([...rows.slice(2), [3, 'Chi bộ Trạm Y tế', '', '']]));
    const choices = ['--commune', commune, '--from', thisMonth];
    const shown = await admin('import', 'units', name, ...choices, '--preview');
    expect(shown).toContain('Hiểu được 3 đơn vị: 1 mới');
    expect(shown).toContain('không ghi loại hình: hiểu là Trạm y tế');
    expect(await cells()).not.toContainEqual(expect.stringContaining('tram-y-te'));
    expect(await admin('import', 'units', name, ...choices)).toContain('3 units, 1 of them new or changed.');
    expect(await cells()).toContain(`tram-y-te Chi bộ Trạm Y tế y-te ${thisMonth} `);
  });

  it('of two districts enters neither where one is wrong', async () => {
    const name = await file(
      [
        head,
        `${commune}.mot;cell;Chi bộ thôn;Một;thon;${thisMonth};;`,
        'lac-dao;district;huyện;Lạc Đạo;;2019-03;2018-01;',
      ].join('\n'),
    );
    await expect(admin('import', 'units', name)).rejects.toThrow(/Ô G3: .*\nline 3: lac-dao ends before it begins/);
    expect(await cells()).not.toContainEqual(expect.stringContaining('mot '));
  });
});
