import { inEach } from '#shared/language/lang.ts';
import type { PlannedTheme, QuarterNumber } from '#shared/themes/thematic-plan.ts';
import { themes } from '#shared/themes/themes.ts';

const numerals = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const satisfies Record<QuarterNumber, string>;

export const themesTexts = inEach({
  title: { vi: 'Kế hoạch sinh hoạt chuyên đề', en: 'Plan of thematic meetings' },
  year: { vi: (year: string) => `năm ${year}`, en: (year: string) => year },
  quarter: {
    vi: (number: QuarterNumber) => `Quý ${numerals[number]}`,
    en: (number: QuarterNumber) => `Quarter ${numerals[number]}`,
  },
  lead: {
    vi: (planned: number, held: number, of: number) =>
      `Đã có kế hoạch ${planned}/${of} quý của các chi bộ; đã sinh hoạt ${held}/${of}.`,
    en: (planned: number, held: number, of: number) =>
      `${planned} of ${of} cells’ quarters are planned; a thematic meeting was held in ${held} of ${of}.`,
  },
  table: { vi: 'Kế hoạch và kết quả theo quý', en: 'Planned and held, by quarter' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  communes: { vi: 'Các đảng bộ, theo số chi bộ', en: 'Communes, in cells' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  cells: { vi: 'Chi bộ', en: 'Cells' },
  planned: { vi: (quarter: string) => `${quarter}: có kế hoạch`, en: (quarter: string) => `${quarter}: planned` },
  held: { vi: (quarter: string) => `${quarter}: đã sinh hoạt`, en: (quarter: string) => `${quarter}: held` },
  none: { vi: 'chưa có kế hoạch', en: 'nothing planned' },
  done: { vi: 'Đã sinh hoạt', en: 'Held' },
  open: { vi: 'còn trong quý', en: 'not held yet' },
  missed: { vi: 'chưa sinh hoạt chuyên đề', en: 'not held' },
  edit: { vi: 'Lập kế hoạch', en: 'Plan' },
  editHint: {
    vi: 'Mỗi quý ít nhất một chuyên đề. Quý đã qua giữ nguyên kế hoạch.',
    en: 'At least one subject a quarter. Quarters that are over keep their plan.',
  },
  theme: { vi: (quarter: string) => `${quarter}: chuyên đề`, en: (quarter: string) => `${quarter}: subject` },
  theTitle: {
    vi: (quarter: string) => `${quarter}: tên cụ thể (nếu có)`,
    en: (quarter: string) => `${quarter}: title (if any)`,
  },
  choose: { vi: 'chưa chọn', en: 'none' },
  send: { vi: 'Lưu kế hoạch', en: 'Save the plan' },
  stored: { vi: 'Đã lưu kế hoạch', en: 'The plan is saved' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was saved. Please look at:' },
  stale: {
    vi: (names: string) =>
      `Kế hoạch vừa được người khác sửa: ${names}. Nội dung đồng chí nhập vẫn còn dưới đây; mời kiểm tra rồi lưu lại.`,
    en: (names: string) =>
      `Somebody has just changed the plan of ${names}. What you typed is still below: please check it and save again.`,
  },
  link: { vi: 'Kế hoạch sinh hoạt chuyên đề', en: 'Thematic meetings' },
  byPlan: {
    vi: (number: QuarterNumber) => `Chuyên đề quý ${numerals[number]} theo kế hoạch`,
    en: (number: QuarterNumber) => `Planned for quarter ${numerals[number]}`,
  },
});

const names = inEach(themes);

/** @example plannedName({ theme: 'MT', title: 'Thu gom rác' }, 'vi') //=> 'Bảo vệ môi trường: Thu gom rác' */
export function plannedName({ theme, title }: PlannedTheme, lang: keyof typeof names): string {
  return title === undefined ? names[lang][theme] : `${names[lang][theme]}: ${title}`;
}
