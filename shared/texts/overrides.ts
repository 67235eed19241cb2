import type { Settings } from '#shared/regimes.ts';
import { criterionName } from '#shared/texts/criteria.ts';
import { inEach, type Lang } from '#shared/texts/lang.ts';
import { targetWords } from '#shared/texts/target.ts';

const texts = inEach({
  attendance: { vi: (target: string) => `tỷ lệ dự ${target}`, en: (target: string) => `attendance ${target}` },
  'in-base': { vi: 'vắng có lý do tính vào số phải dự', en: 'excused absences count as required' },
  'out-of-base': { vi: 'vắng có lý do không tính vào số phải dự', en: 'excused absences do not count as required' },
  minutes: {
    vi: (regular: number, thematic: number) => `thời lượng ${regular} phút, ${thematic} phút khi kết hợp chuyên đề`,
    en: (regular: number, thematic: number) => `${regular} minutes, ${thematic} with a thematic part`,
  },
  fullMarks: {
    vi: (names: string) => `loại Tốt cần điểm tối đa ở: ${names}`,
    en: (names: string) => `good only with full marks for: ${names}`,
  },
});

/** What a district set otherwise than its regime, one phrase each. */
export function overrideWords(
  { attendance, excused, minimumMinutes, fullMarksForGood }: Settings,
  lang: Lang,
): string[] {
  const t = texts[lang];
  const names = fullMarksForGood?.map((id) => criterionName(id, lang)).join(', ');
  return [
    ...(attendance ? [t.attendance(targetWords(attendance, lang))] : []),
    ...(excused ? [t[excused]] : []),
    ...(minimumMinutes ? [t.minutes(minimumMinutes.regular, minimumMinutes.withThematic)] : []),
    ...(names ? [t.fullMarks(names)] : []),
  ];
}
