import { type Bilingual, inEach } from '#shared/language/lang.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import type { ListNote, UnitListFault } from '#shared/units/lists/listed-unit.ts';

type Says = Bilingual<(said: string) => string>;
const codes = Object.keys(cellTypes).join(', ');
const typeNames = Object.values(cellTypes).join('; ');
/** The months that are understood, as examples. */
const asMonth = { vi: 'ghi tháng như 03/2024 hoặc 2024-03', en: 'write a month like 03/2024 or 2024-03' } as const;

export const unitListFaultTexts = inEach({
  unread: {
    vi: () => 'có chữ không đọc được: lưu lại tệp dạng XLSX hoặc CSV UTF-8.',
    en: () => 'letters that cannot be read: save it as XLSX or CSV UTF-8',
  },
  uncounted: {
    vi: () => 'công thức chưa có kết quả: mở tệp bằng Excel, lưu lại; hoặc dán giá trị thay công thức.',
    en: () => 'a formula without its result: open the file in Excel and save it, or paste values',
  },
  error: {
    vi: (said) => `ô báo lỗi ${said}: sửa công thức hoặc ghi giá trị.`,
    en: (said) => `the cell shows ${said}: mend it or write the value`,
  },
  'too-long': {
    vi: (said) => `“${said}…” quá dài: tối đa 150 ký tự.`,
    en: (said) => `"${said}…" is too long: at most 150 characters`,
  },
  'no-month': {
    vi: (said) => `không hiểu “${said}” là tháng nào: ${asMonth.vi}.`,
    en: (said) => `from is a month, YYYY-MM, and so is to; not "${said}": ${asMonth.en}`,
  },
  'year-only': {
    vi: (said) => `“${said}” chỉ có năm, chưa có tháng: ${asMonth.vi}.`,
    en: (said) => `"${said}" names a year and no month: ${asMonth.en}`,
  },
  'short-year': {
    vi: (said) => `“${said}” hiểu được hai cách (năm hai chữ số hoặc ngày và tháng): ${asMonth.vi}.`,
    en: (said) => `"${said}" can be read in two ways: ${asMonth.en}`,
  },
  'day-or-month': {
    vi: (said) => `“${said}” hiểu được hai cách: trong cột này có ô ghi tháng trước ngày; ${asMonth.vi}.`,
    en: (said) => `"${said}" can be read in two ways, since this column has months before days too: ${asMonth.en}`,
  },
  'bad-id': {
    vi: (said) =>
      `“${said}” không phải mã đơn vị (tối đa 128 ký tự): ghi chữ thường không dấu, như hiep-hoa.thanh-van; hoặc để trống để hệ thống đặt mã theo tên.`,
    en: (said) =>
      `"${said}" is no id; write slugs with dots, such as hiep-hoa.thanh-van, at most 128 characters; or leave it blank`,
  },
  'wrong-place': {
    vi: (said) => `mã ${said} không đúng chỗ của cấp đã ghi: huyện có 1 phần, xã 2 phần, chi bộ 3 phần.`,
    en: (said) => `${said} does not stand where a unit of its level stands`,
  },
  'no-parent': {
    vi: (said) => `không có ${said}, đơn vị trên: nhập đơn vị trên trước hoặc sửa mã.`,
    en: (said) => `there is no ${said}`,
  },
  elsewhere: {
    vi: () => 'mã này không thuộc huyện của đồng chí: mã bắt đầu bằng mã của huyện.',
    en: () => 'the id is not of your district: ids begin with the id of the district',
  },
  'no-level': {
    vi: (said) => `cấp là district, commune hoặc cell (huyện, xã, chi bộ), không phải “${said}”.`,
    en: (said) => `the level is district, commune, cell, not "${said}"`,
  },
  'no-name': { vi: () => 'thiếu tên đơn vị.', en: () => 'the name is missing' },
  'no-type': {
    vi: (said) => `loại hình “${said}” không có: ghi một trong ${typeNames}.`,
    en: (said) => `the type of a cell is one of ${codes}, not "${said}"`,
  },
  'no-from': { vi: () => `thiếu tháng bắt đầu: ${asMonth.vi}.`, en: () => `from is a month, YYYY-MM, and missing` },
  'bad-group': {
    vi: (said) => `“${said}” không phải số tổ công tác của xã (1 đến 99).`,
    en: () => 'group is the number of a commune’s working group',
  },
  'too-many': {
    vi: (said) => `${said} có quá 400 đơn vị: kiểm tra có đúng xã không.`,
    en: (said) => `${said} has more than 400 units: is it the right commune?`,
  },
  'id-twice': { vi: (said) => `mã ${said} có hai lần: bỏ một dòng.`, en: () => 'the id stands there twice' },
  differs: {
    vi: (said) => `cùng đơn vị với ô ${said} nhưng số liệu khác nhau: bỏ một dòng.`,
    en: (said) => `the same unit as in ${said}, and says otherwise: leave one out`,
  },
  'no-commune': {
    vi: () => 'chưa biết chi bộ thuộc xã nào: chọn xã khi nhập, hoặc thêm cột Xã.',
    en: () => 'of which commune? Choose it, or add a column “commune”',
  },
  'unknown-commune': {
    vi: (said) => `không có xã “${said}” trong danh bạ: sửa tên, hoặc nhập xã trước.`,
    en: (said) => `there is no commune "${said}": correct it, or enter the commune first`,
  },
} as const satisfies Record<UnitListFault, Says>);

type Notes = Bilingual<(note: Pick<ListNote, 'said' | 'other'>) => string>;

export const unitListNoteTexts = inEach({
  tcvn3: { vi: ({ other }) => `chuyển từ phông TCVN3: ${other}`, en: ({ other }) => `converted from TCVN3: ${other}` },
  vni: { vi: ({ other }) => `chuyển từ phông VNI: ${other}`, en: ({ other }) => `converted from VNI: ${other}` },
  'old-font': { vi: ({ other }) => `chuyển mã chữ: ${other}`, en: ({ other }) => `letters converted: ${other}` },
  nfd: {
    vi: ({ other }) => `chuyển Unicode tổ hợp sang dựng sẵn: ${other}`,
    en: ({ other }) => `composed (NFC): ${other}`,
  },
  cleaned: {
    vi: ({ other }) => `bỏ khoảng trắng thừa hoặc ký tự ẩn: ${other}`,
    en: ({ other }) => `blanks or invisible characters taken out: ${other}`,
  },
  twice: {
    vi: ({ said, other }) => `“${said}” trùng với ô ${other}: chỉ nhập một lần`,
    en: ({ said, other }) => `"${said}" is the unit of ${other}: entered once`,
  },
  near: {
    vi: ({ said, other }) => `“${said}” gần giống “${other}”: kiểm tra có phải là một`,
    en: ({ said, other }) => `"${said}" is nearly "${other}": are they one?`,
  },
  renamed: {
    vi: ({ said, other }) => `“${said}” nay là “${other}” trong danh bạ: giữ tên trong danh bạ`,
    en: ({ said, other }) => `"${said}" is called "${other}" by now: that name stays`,
  },
  'kept-from': {
    vi: ({ said, other }) => `tệp ghi ${said}, danh bạ ghi từ ${other}: giữ ${other}`,
    en: ({ said, other }) => `the file says ${said}, the directory ${other}: ${other} stays`,
  },
  clamped: {
    vi: ({ said, other }) => `thành lập ${said}, trước khi xã có trong danh bạ: tính từ ${other}`,
    en: ({ said, other }) => `founded ${said}, before its commune was entered: from ${other} on`,
  },
  dated: {
    vi: ({ said, other }) => `“${said}” không ghi tháng bắt đầu: tính từ ${other}`,
    en: ({ said, other }) => `"${said}" names no first month: ${other}`,
  },
  typed: {
    vi: ({ said, other }) => `“${said}” không ghi loại hình: hiểu là ${nameOfType(other)}`,
    en: ({ said, other }) => `"${said}" names no type: taken for ${other}`,
  },
  hidden: {
    vi: ({ said }) => `dòng bị ẩn trong Excel, vẫn nhập: ${said}`,
    en: ({ said }) => `a hidden row, read all the same: ${said}`,
  },
  'read-month': {
    vi: ({ said, other }) => `“${said}” hiểu là tháng ${other}`,
    en: ({ said, other }) => `"${said}" read as ${other}`,
  },
  'from-title': {
    vi: ({ other }) => `thuộc xã theo tiêu đề “${other}”`,
    en: ({ other }) => `its commune is taken from the title "${other}"`,
  },
} as const satisfies Record<ListNote['code'], Notes>);

function nameOfType(code: string): string {
  return Object.hasOwn(cellTypes, code) ? cellTypes[code as keyof typeof cellTypes] : code;
}

/** What columns are read as. */
export const unitFieldTexts = inEach({
  number: { vi: 'số thứ tự', en: 'number' },
  id: { vi: 'mã đơn vị', en: 'id' },
  level: { vi: 'cấp', en: 'level' },
  kind: { vi: 'cách gọi', en: 'kind' },
  name: { vi: 'tên', en: 'name' },
  type: { vi: 'loại hình', en: 'type' },
  from: { vi: 'tháng bắt đầu', en: 'first month' },
  to: { vi: 'tháng cuối', en: 'last month' },
  group: { vi: 'số tổ công tác', en: 'working group' },
  commune: { vi: 'xã', en: 'commune' },
  members: { vi: 'không dùng', en: 'not read' },
  remarks: { vi: 'không dùng', en: 'not read' },
});

export const unitListTexts = inEach({
  cell: { vi: (address: string) => `Ô ${address}`, en: (address: string) => `Cell ${address}` },
  row: { vi: (row: string) => `Dòng ${row}`, en: (row: string) => `Row ${row}` },
  understood: {
    vi: (all: number, fresh: number, changed: number, same: number) =>
      `Hiểu được ${all} đơn vị: ${fresh} mới, ${changed} thay đổi, ${same} như đã có.`,
    en: (all: number, fresh: number, changed: number, same: number) =>
      `${all} units understood: ${fresh} new, ${changed} changed, ${same} as they are.`,
  },
  encoding: {
    vi: (name: string) => `Bảng mã của tệp: ${name}, đã chuyển sang Unicode.`,
    en: (name: string) => `The file was in ${name} and has been converted.`,
  },
  nothing: {
    vi: 'Không thấy dòng tiêu đề nào có cột tên (Tên chi bộ, name) và ít nhất một cột nữa: thêm dòng tiêu đề.',
    en: 'No head row with a column of names and one more was found: add one.',
  },
  noRows: { vi: 'Dưới dòng tiêu đề không có đơn vị nào.', en: 'There is no unit below the head row.' },
  sheets: { vi: 'Trang tính và cột', en: 'Sheets and columns' },
  faults: { vi: 'Ô sai: chưa nhập được gì', en: 'Wrong cells: nothing can be entered' },
  units: { vi: 'Đơn vị', en: 'Units' },
  notes: { vi: 'Đã chuyển đổi và cần xem lại', en: 'Converted, and to be looked at' },
  leftOut: { vi: 'Dòng không phải đơn vị', en: 'Rows that are no units' },
  head: { vi: (row: number) => `tiêu đề ở dòng ${row}`, en: (row: number) => `head in row ${row}` },
  noHead: { vi: 'không có dòng tiêu đề, không đọc', en: 'no head row, not read' },
  hiddenSheet: { vi: 'trang tính ẩn, không đọc', en: 'hidden, not read' },
  notRead: { vi: 'không dùng', en: 'not read' },
  group: { vi: 'dòng nhóm', en: 'a group' },
  subtotal: { vi: 'dòng cộng', en: 'a total' },
  note: { vi: 'ghi chú, chữ ký', en: 'a note' },
  blank: { vi: (count: number) => `${count} dòng trống`, en: (count: number) => `${count} blank rows` },
  new: { vi: 'mới', en: 'new' },
  changed: { vi: 'thay đổi', en: 'changed' },
  same: { vi: 'như đã có', en: 'as it is' },
  from: { vi: (month: string) => `từ ${month}`, en: (month: string) => `from ${month}` },
  to: { vi: (month: string) => `đến ${month}`, en: (month: string) => `to ${month}` },
  more: { vi: (count: number) => `… và ${count} dòng nữa`, en: (count: number) => `… and ${count} more` },
});
