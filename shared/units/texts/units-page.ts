import { inEach } from '#shared/language/lang.ts';

export const unitsTexts = inEach({
  title: { vi: 'Danh bạ đơn vị', en: 'Units' },
  communes: { vi: 'Các xã', en: 'Communes' },
  cells: { vi: 'Các chi bộ', en: 'Cells' },
  back: { vi: 'Về danh sách xã', en: 'Back to the communes' },
  none: { vi: 'Chưa có đơn vị nào.', en: 'No unit yet.' },
  name: { vi: 'Tên', en: 'Name' },
  type: { vi: 'Loại hình', en: 'Type' },
  span: { vi: 'Thời gian', en: 'Span' },
  id: { vi: 'Mã', en: 'Id' },
  since: { vi: (month: string) => `từ ${month}`, en: (month: string) => `from ${month}` },
  until: { vi: (month: string) => `đến ${month}`, en: (month: string) => `to ${month}` },
  fileTitle: { vi: 'Nhập danh sách từ tệp', en: 'Enter a list' },
  fileLead: {
    vi: 'Gửi tệp Excel hoặc CSV như đang dùng: hệ thống cho xem đã hiểu và chuyển đổi những gì, rồi mới hỏi có nhập không.',
    en: 'Send the Excel or CSV file as it is: what was understood and converted is shown before anything is entered.',
  },
  file: { vi: 'Tệp danh sách', en: 'List' },
  fileHint: {
    vi: 'XLSX hoặc CSV, tối đa 2 MB. Cần dòng tiêu đề có cột tên (Tên chi bộ) và ít nhất một cột nữa, như STT, Loại hình, Thành lập, Xã, Mã.',
    en: 'XLSX or CSV, at most 2 MB. It has a head row with a column of names and one more, such as number, type, from, commune, id.',
  },
  mend: {
    vi: 'Tệp có ô sai, nêu ở đầu trang. Đề nghị sửa rồi chọn lại tệp.',
    en: 'Cells of it are wrong, as named at the top. Please mend them and choose the file again.',
  },
  commune: { vi: 'Chi bộ trong tệp thuộc xã', en: 'The cells of the list belong to' },
  communeHint: {
    vi: 'Chỉ cần khi tệp không ghi xã và không có mã.',
    en: 'Where the list names neither communes nor ids.',
  },
  noCommune: { vi: 'Theo tệp', en: 'As the list says' },
  from: { vi: 'Tháng bắt đầu của đơn vị mới', en: 'First month of new units' },
  fromHint: {
    vi: 'Dùng khi tệp không ghi tháng. Ví dụ 03/2024.',
    en: 'Where the list names none. For example 03/2024.',
  },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewTitle: { vi: 'Xem trước', en: 'Preview' },
  refused: { vi: 'Chưa nhập được gì', en: 'Nothing was entered' },
  changedSince: {
    vi: 'Danh bạ vừa thay đổi sau lần xem trước: đề nghị xem lại rồi nhập.',
    en: 'The directory has changed since: please look again, then enter the list.',
  },
  reason: { vi: 'Lý do (nếu có)', en: 'Reason (if any)' },
  enter: { vi: 'Nhập tất cả', en: 'Enter all of it' },
  done: {
    vi: (count: number) =>
      count === 0 ? 'Danh bạ đã có đủ, không có gì thay đổi' : `Đã nhập ${count} đơn vị mới hoặc thay đổi`,
    en: (count: number) => (count === 0 ? 'All of it was there already' : `${count} units entered or changed`),
  },
});
