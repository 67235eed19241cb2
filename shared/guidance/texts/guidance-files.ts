import type { FileFault, FileType } from '#shared/guidance/file-content.ts';
import { formatNumber } from '#shared/language/format.ts';
import { type Bilingual, inEach, type Lang } from '#shared/language/lang.ts';

export const guidanceFileTexts = inEach({
  list: { vi: 'Tài liệu kèm theo', en: 'Documents' },
  add: { vi: 'Thêm tài liệu', en: 'Add a document' },
  opened: {
    vi: (have: number, of: number, cells: number) => `Đã mở: ${have}/${of} đảng bộ, ${cells} chi bộ`,
    en: (have: number, of: number, cells: number) => `Opened by ${have} of ${of} communes and ${cells} cells`,
  },
  lacking: { vi: 'Chưa mở:', en: 'Not opened by:' },
  withdraw: { vi: 'Gỡ tài liệu', en: 'Withdraw' },
  withdrawHint: {
    vi: 'Chi bộ, đảng bộ không còn thấy và không tải được tài liệu này. Muốn đăng lại thì tải lên lại.',
    en: 'Nobody sees or saves this document any more. To publish it again, send it again.',
  },
  title: { vi: 'Thêm tài liệu', en: 'Add a document' },
  file: { vi: 'Tệp tài liệu', en: 'File' },
  rules: {
    vi: 'PDF, Word (.docx), Excel (.xlsx) hoặc ảnh (.png, .jpg), nhiều nhất 5 MB, không có macro. Tệp Word, Excel kiểu cũ (.doc, .xls): đề nghị lưu lại thành .docx, .xlsx hoặc PDF.',
    en: 'PDF, Word (.docx), Excel (.xlsx) or a picture (.png, .jpg), at most 5 MB, without macros. Please save old .doc and .xls files as .docx, .xlsx or PDF.',
  },
  send: { vi: 'Tải lên', en: 'Send the file' },
  sendHint: {
    vi: 'Tệp được kiểm tra trước; đồng chí xem lại rồi mới đăng.',
    en: 'The file is checked first, and published only after you have looked at it.',
  },
  refused: { vi: 'Chưa nhận được tệp', en: 'The file was not taken' },
  check: { vi: 'Kiểm tra tài liệu', en: 'Look at the document' },
  checked: {
    vi: 'Tệp đã tải lên và đúng loại. Chi bộ chỉ thấy tài liệu sau khi đồng chí bấm “Đăng tài liệu”.',
    en: 'The file has arrived and is of a kind that is taken. Cells see it once you press “Publish the document”.',
  },
  name: { vi: 'Tên tệp', en: 'Name' },
  kind: { vi: 'Loại và dung lượng', en: 'Kind and size' },
  audience: { vi: 'Đối tượng', en: 'For' },
  publish: { vi: 'Đăng tài liệu', en: 'Publish the document' },
  other: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  back: { vi: 'Về trang định hướng', en: 'Back to the orientation' },
});

export const fileTypeLabels = inEach({
  pdf: { vi: 'PDF', en: 'PDF' },
  docx: { vi: 'Word', en: 'Word' },
  xlsx: { vi: 'Excel', en: 'Excel' },
  png: { vi: 'ảnh PNG', en: 'PNG picture' },
  jpg: { vi: 'ảnh JPEG', en: 'JPEG picture' },
} as const satisfies Record<FileType, Bilingual>);

export const fileFaultTexts = inEach({
  empty: {
    vi: 'Tệp không có nội dung. Đề nghị chọn lại tệp.',
    en: 'The file is empty. Please choose it again.',
  },
  'too-big': {
    vi: 'Tệp lớn hơn 5 MB. Đề nghị giảm dung lượng ảnh hoặc chia thành nhiều tệp.',
    en: 'The file is larger than 5 MB. Please make its pictures smaller or divide it.',
  },
  'not-a-type': {
    vi: 'Nội dung tệp không phải PDF, Word (.docx), Excel (.xlsx) hoặc ảnh PNG, JPEG. Đề nghị lưu lại thành một trong các loại này.',
    en: 'What is in the file is no PDF, Word (.docx), Excel (.xlsx), PNG or JPEG. Please save it as one of these.',
  },
  'other-ending': {
    vi: 'Phần đuôi của tên tệp không khớp với nội dung tệp. Đề nghị kiểm tra lại tệp và đặt lại tên.',
    en: 'The ending of the file’s name does not fit what is in it. Please check the file and its name.',
  },
  'has-macros': {
    vi: 'Tệp có macro nên không được nhận. Đề nghị lưu lại tệp không có macro hoặc lưu thành PDF.',
    en: 'The file has macros. Please save it without them or as PDF.',
  },
  gone: {
    vi: 'Tệp tải lên không còn (quá một ngày hoặc chưa tải xong). Đề nghị tải lại.',
    en: 'The file is not there any more, or never arrived. Please send it again.',
  },
} as const satisfies Record<FileFault | 'gone', Bilingual>);

/** @example formatBytes(1_300_000) //=> '1,2 MB' */
export function formatBytes(bytes: number, lang: Lang = 'vi'): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)), lang)} KB`;
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10, lang)} MB`;
}
