import type { Bilingual } from '#shared/language/lang.ts';

/** Answers by their codes, in the order in which they are offered. */
export type Choices = Readonly<Record<string, Bilingual>>;

export const kinds = {
  regular: { vi: 'Thường kỳ', en: 'Regular' },
  thematic: { vi: 'Chuyên đề', en: 'Thematic' },
  extraordinary: { vi: 'Bất thường', en: 'Extraordinary' },
} as const satisfies Choices;

export const yesNo = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
} as const satisfies Choices;

/** `na`: a cell too small to have a committee. */
export const committeeAnswers = {
  ...yesNo,
  na: { vi: 'Không có chi ủy', en: 'Has no committee' },
} as const satisfies Choices;

export const resolutions = {
  none: { vi: 'Không có nghị quyết, kết luận', en: 'Neither' },
  conclusion: { vi: 'Kết luận', en: 'A conclusion' },
  resolution: { vi: 'Nghị quyết', en: 'A resolution' },
} as const satisfies Choices;

export const followUpStatuses = {
  done: { vi: 'Hoàn thành', en: 'Done' },
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
} as const satisfies Choices;

export const severities = {
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
} as const satisfies Choices;

export const attendances = {
  none: { vi: 'Không có', en: 'Nobody' },
  commune: { vi: 'Cấp ủy viên cơ sở (xã, thị trấn)', en: 'The commune’s committee' },
  group: { vi: 'Tổ công tác của huyện', en: 'The district’s working group' },
  both: { vi: 'Cả hai', en: 'Both' },
} as const satisfies Choices;

/** @example codesOf(severities) //=> ['low', 'medium', 'high'] */
export function codesOf<T extends Choices>(choices: T): readonly (keyof T & string)[] {
  return Object.keys(choices);
}
