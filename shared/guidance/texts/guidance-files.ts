import type { FileFault, FileType } from '#shared/guidance/file-content.ts';
import { type FilePlace, LINK_SECONDS } from '#shared/guidance/guidance-file.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import { formatMonth, formatNumber } from '#shared/language/format.ts';
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
    vi: `Chi bộ, đảng bộ không còn thấy và không tải được tài liệu này; liên kết vừa mở còn dùng được nhiều nhất ${LINK_SECONDS} giây. Muốn đăng lại thì tải lên lại.`,
    en: `Nobody sees or saves this document any more; a link that was just opened works for ${LINK_SECONDS} seconds at most. To publish it again, send it again.`,
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
  found: { vi: (found: string) => `Tìm thấy trong tệp: ${found}`, en: (found: string) => `Found in it: ${found}` },
  refused: { vi: 'Chưa nhận được tệp', en: 'The file was not taken' },
  check: { vi: 'Kiểm tra tài liệu', en: 'Look at the document' },
  checked: {
    vi: 'Tệp đã tải lên và đúng loại. Chi bộ chỉ thấy tài liệu sau khi đồng chí bấm “Đăng tài liệu”.',
    en: 'The file has arrived and is of a kind that is taken. Cells see it once you press “Publish the document”.',
  },
  name: { vi: 'Tên tệp', en: 'Name' },
  kind: { vi: 'Loại và dung lượng', en: 'Kind and size' },
  place: { vi: 'Đăng ở', en: 'With' },
  publish: { vi: 'Đăng tài liệu', en: 'Publish the document' },
  other: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  back: { vi: 'Quay lại, không gửi tệp', en: 'Back, without a file' },
  piece: { vi: (number: number) => `Cẩm nang, bài số ${number}`, en: (number: number) => `Guidebook, piece ${number}` },
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
  'old-office': {
    vi: 'Đây là tệp Word, Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu nên không kiểm tra được. Đề nghị bỏ mật khẩu và lưu lại thành .docx, .xlsx hoặc PDF.',
    en: 'This is an old Word or Excel file (.doc, .xls), or one with a password. Please save it without a password as .docx, .xlsx or PDF.',
  },
  'other-ending': {
    vi: 'Phần đuôi của tên tệp không khớp với nội dung tệp. Đề nghị kiểm tra lại tệp và đặt lại tên.',
    en: 'The ending of the file’s name does not fit what is in it. Please check the file and its name.',
  },
  'has-macros': {
    vi: 'Tệp có macro nên không được nhận. Đề nghị lưu lại tệp không có macro hoặc lưu thành PDF.',
    en: 'The file has macros. Please save it without them or as PDF.',
  },
  'two-types': {
    vi: 'Trong một tệp có hai loại nội dung khác nhau nên không được nhận. Đề nghị mở tệp và in ra PDF mới rồi tải lại.',
    en: 'The file is of two kinds at once. Please open it, print it to a new PDF and send that.',
  },
  broken: {
    vi: 'Không đọc được hết cấu trúc của tệp nên không nhận. Đề nghị mở tệp, lưu lại thành .docx, .xlsx không có macro hoặc in ra PDF mới rồi tải lại.',
    en: 'The file cannot be read in full. Please open it and save it again as .docx or .xlsx without macros, or print it to a new PDF.',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu hoặc bị mã hóa nên không kiểm tra được. Đề nghị bỏ mật khẩu hoặc in ra PDF mới rồi tải lại.',
    en: 'The file is encrypted and cannot be checked. Please remove its password or print it to a new PDF.',
  },
  'unpacks-too-big': {
    vi: 'Nội dung nén trong tệp bung ra lớn hơn 50 MB nên không được nhận. Đề nghị giảm dung lượng ảnh, bảng hoặc in ra PDF.',
    en: 'What is packed in the file takes more than 50 MB. Please make its pictures and tables smaller, or print it to PDF.',
  },
  'has-programs': {
    vi: 'Tệp có lệnh tự chạy hoặc gọi chương trình khác nên không được nhận. Đề nghị bỏ lệnh đó, lưu lại dạng .docx, .xlsx không có macro hoặc in ra PDF mới rồi tải lại.',
    en: 'The file runs commands or starts other programs. Please remove them, save it as .docx or .xlsx without macros, or print it to a new PDF.',
  },
  'has-embedded': {
    vi: 'Tệp có nhúng tệp hoặc đối tượng khác bên trong nên không được nhận. Đề nghị bỏ phần nhúng hoặc in ra PDF mới; tệp đính kèm thì tải lên riêng.',
    en: 'The file has other files or objects in it. Please take them out or print it to a new PDF, and send attachments on their own.',
  },
  'has-remote': {
    vi: 'Tệp lấy nội dung từ nơi khác khi mở (mẫu, ảnh, bảng liên kết) nên không được nhận. Đề nghị ngắt liên kết, dán hẳn nội dung vào tệp hoặc in ra PDF rồi tải lại.',
    en: 'The file fetches content from elsewhere when it is opened. Please break its links and paste the content in, or print it to PDF.',
  },
  gone: {
    vi: 'Tệp tải lên không còn (đã bị từ chối, quá một ngày hoặc chưa tải xong). Đề nghị tải lại.',
    en: 'The file is not there any more (it was refused, or is older than a day), or never arrived. Please send it again.',
  },
} as const satisfies Record<FileFault | 'gone', Bilingual>);

/** What the place of a document is called. */
export function placeName(place: FilePlace, lang: Lang): string {
  if ('piece' in place) return guidanceFileTexts[lang].piece(place.piece);
  return `${audienceLabels[lang][place.audience]}, ${formatMonth(place.month, lang)}`;
}

/** @example formatBytes(1_300_000) //=> '1,2 MB' */
export function formatBytes(bytes: number, lang: Lang = 'vi'): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)), lang)} KB`;
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10, lang)} MB`;
}
