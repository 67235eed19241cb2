import { inEach } from '#shared/language/lang.ts';

/** Why a file is not read as a list, and what to do. */
export const fileFaultTexts = inEach({
  empty: { vi: 'Tệp trống: đề nghị chọn lại tệp.', en: 'The file is empty: choose another.' },
  broken: {
    vi: 'Tệp hỏng hoặc không phải bảng tính XLSX: mở bằng Excel, lưu lại dạng XLSX rồi chọn lại.',
    en: 'The file is damaged or no XLSX workbook: open it in Excel, save it as XLSX, and choose it again.',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu: bỏ mật khẩu, lưu lại rồi chọn lại.',
    en: 'The file has a password: take it off, save the file, and choose it again.',
  },
  'too-large': {
    vi: 'Tệp quá lớn: tối đa 5.000 dòng, 200 cột. Chỉ giữ trang tính có danh sách, xóa dòng và cột thừa rồi lưu lại.',
    en: 'The file is too large: at most 5,000 rows and 200 columns. Keep the sheet with the list only, and save it again.',
  },
  'old-workbook': {
    vi: 'Tệp Excel 97–2003 (.xls) hoặc tệp có mật khẩu: mở bằng Excel, lưu dạng Excel Workbook (.xlsx), không đặt mật khẩu.',
    en: 'An Excel 97–2003 file (.xls) or one with a password: save it as Excel Workbook (.xlsx) without a password.',
  },
  'other-program': {
    vi: 'Tệp không phải danh sách: cần tệp XLSX hoặc CSV.',
    en: 'The file is no list: it must be XLSX or CSV.',
  },
  'unread-letters': {
    vi: 'Không nhận ra bảng mã của tệp: mở bằng Excel, lưu dạng XLSX hoặc CSV UTF-8.',
    en: 'The letters of the file cannot be read: save it as XLSX or CSV UTF-8.',
  },
});
