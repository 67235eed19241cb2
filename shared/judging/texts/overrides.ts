import { criterionName } from '#shared/judging/texts/criteria.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import type { Settings } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { minutesWords } from '#shared/reports/texts/minutes.ts';

const texts = inEach({
  attendance: { vi: (target: string) => `tỷ lệ dự ${target}`, en: (target: string) => `attendance ${target}` },
  'in-base': { vi: 'vắng có lý do tính vào số phải dự', en: 'excused absences count as required' },
  'out-of-base': { vi: 'vắng có lý do không tính vào số phải dự', en: 'excused absences do not count as required' },
  minutes: { vi: (minutes: string) => `thời lượng ${minutes}`, en: (minutes: string) => `length ${minutes}` },
  thematics: {
    vi: (count: number) => `ít nhất ${count} buổi chuyên đề mỗi quý`,
    en: (count: number) => `at least ${count} thematic meetings a quarter`,
  },
  day: {
    vi: (day: number, until: number) => `sinh hoạt ngày ${day}, chậm nhất ngày ${until} hằng tháng`,
    en: (day: number, until: number) => `meeting on day ${day}, by day ${until} of the month at the latest`,
  },
  deadlines: {
    vi: (due: number, closing: number) => `nộp báo cáo đến ngày ${due}, chốt số liệu ngày ${closing} tháng sau`,
    en: (due: number, closing: number) => `reports due on day ${due}, closed on day ${closing} of the next month`,
  },
  year: {
    vi: () => 'xếp loại sinh hoạt cả năm theo Đảng ủy Khối các cơ quan tỉnh Phú Thọ',
    en: () => 'a year of meetings graded as in Phú Thọ',
  },
  fullMarks: {
    vi: (names: string) => `loại Tốt cần điểm tối đa ở: ${names}`,
    en: (names: string) => `good only with full marks for: ${names}`,
  },
});

/** What a district set differently from its regime, one phrase each. */
export function overrideWords(settings: Settings, lang: Lang): string[] {
  const { attendance, excused, minimumMinutes, thematicsAQuarter, meetingDay, deadlines, fullMarksForGood, year } =
    settings;
  const t = texts[lang];
  const names = fullMarksForGood?.map((id) => criterionName(id, lang)).join(', ');
  return [
    ...(attendance ? [t.attendance(targetWords(attendance, lang))] : []),
    ...(excused ? [t[excused]] : []),
    ...(minimumMinutes ? [t.minutes(minutesWords(minimumMinutes, lang))] : []),
    ...(thematicsAQuarter === undefined ? [] : [t.thematics(thematicsAQuarter)]),
    ...(meetingDay ? [t.day(meetingDay.day, meetingDay.until)] : []),
    ...(deadlines ? [t.deadlines(deadlines.due, deadlines.closing)] : []),
    ...(names ? [t.fullMarks(names)] : []),
    ...(year ? [t.year()] : []),
  ];
}
