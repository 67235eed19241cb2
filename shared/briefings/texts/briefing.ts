import type { WordPart } from '#shared/documents/judged-words.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

/** What each part is called in which somebody judges. */
export const wordPartNames = inEach({
  assessment: { vi: 'Đánh giá chung', en: 'Assessment' },
  causes: { vi: 'Nguyên nhân', en: 'Causes' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  proposals: { vi: 'Đề xuất', en: 'Proposals' },
} as const satisfies Record<WordPart, Bilingual>);

/** Of the page of a month's briefing. The letter itself is in Vietnamese. */
export const briefingTexts = inEach({
  title: { vi: 'Báo cáo', en: 'Briefing,' },
  link: { vi: 'Báo cáo hai trang của tháng', en: 'Briefing of two pages' },
  lead: {
    vi: 'Báo cáo hai trang theo thể thức văn bản của Đảng, kèm phụ lục. Số liệu lấy từ bảng tổng hợp và không sửa được ở đây; phần nhận định đã có lời soạn sẵn, đồng chí sửa lại cho đúng tình hình.',
    en: 'A letter of two pages in the Party’s layout, in Vietnamese, with appendices. The figures are those of the scorecard and cannot be changed here; where somebody must judge there are words to begin with, to be edited.',
  },
  file: { vi: (format: string) => `Tải ${format}`, en: (format: string) => `Download ${format}` },
  scorecard: { vi: 'Bảng tổng hợp của tháng', en: 'Scorecard of the month' },
  partHint: {
    vi: (max: number) => `Không quá ${max} ký tự. Để trống thì dùng lại lời soạn sẵn theo số liệu.`,
    en: (max: number) => `At most ${max} characters. Left blank, the words made from the figures stand.`,
  },
  asGenerated: { vi: 'Lời soạn sẵn theo số liệu', en: 'Words made from the figures' },
  generated: { vi: 'Lời soạn sẵn hiện nay:', en: 'The words made from the figures now:' },
  save: { vi: 'Lưu lời văn', en: 'Store the words' },
  stored: { vi: 'Đã lưu lời văn của báo cáo.', en: 'The words are stored.' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was stored. Please look at:' },
  stale: {
    vi: 'Người khác vừa lưu lời văn của báo cáo này. Lời đã lưu ở bên cạnh lời đồng chí vừa nhập; đề nghị xem lại rồi lưu lần nữa.',
    en: 'Somebody else has just stored words for this briefing. They stand beside what you have typed: please look, and store again.',
  },
  theirs: { vi: 'Lời đang lưu', en: 'Stored now' },
  changed: {
    vi: 'Số liệu đã thay đổi sau lần sửa lời văn gần nhất. Đề nghị xem lại các phần nhận định.',
    en: 'The figures have changed since the words were last edited. Please look at them again.',
  },
  open: {
    vi: 'Tháng chưa chốt: số liệu còn thay đổi.',
    en: 'The month is not closed: the figures may still change.',
  },
  history: { vi: 'Các lần sửa', en: 'Edits' },
  edit: {
    vi: (number: number, at: string, who: string) => `Lần ${number}: ${at}, ${who}`,
    en: (number: number, at: string, who: string) => `No. ${number}: ${at}, ${who}`,
  },
});
