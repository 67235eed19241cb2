import { type Bilingual, inEach, type Lang } from '#shared/language/lang.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/** The questions of all other forms, by the last part of a field's name; some are shared with the report's form. */
const otherQuestions = {
  orientedOn: { vi: 'Ngày họp định hướng với chi ủy', en: 'Day of orienting the cell’s committee' },
  attendedOn: { vi: 'Ngày dự sinh hoạt chi bộ', en: 'Day of attending the cell’s meeting' },
  members: { vi: 'Các cấp ủy viên', en: 'Members of the committee' },
  from: { vi: 'Từ tháng', en: 'From the month' },
  number: { vi: 'Số thứ tự của tổ', en: 'Number of the group' },
  note: { vi: 'Điều đáng học tập', en: 'What others can learn' },
  head: { vi: 'Tổ trưởng', en: 'Head' },
  groupMembers: { vi: 'Các thành viên khác', en: 'Other members' },
  audience: { vi: 'Loại hình chi bộ', en: 'Type of cell' },
  text: { vi: 'Nội dung định hướng', en: 'Orientation' },
  title: { vi: 'Tên bài', en: 'Title' },
  subject: { vi: 'Chủ đề', en: 'Subject' },
  content: { vi: 'Nội dung bài', en: 'Content' },
  questions: { vi: 'Câu hỏi gợi ý thảo luận', en: 'Questions for the discussion' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  member: { vi: 'Người dự', en: 'Who goes' },
  seen: { vi: 'Tình hình buổi họp', en: 'What was seen' },
  advice: { vi: 'Góp ý với cấp ủy, chi bộ', en: 'Advice given' },
  adviceKept: { vi: 'Góp ý lần trước đã được khắc phục', en: 'The last advice was kept' },
  lastAdvice: { vi: 'Kết quả khắc phục cụ thể', en: 'What became of the last advice' },
  step: { vi: 'Cách xử lý', en: 'What is done' },
  answer: { vi: 'Nội dung trả lời, lý do', en: 'Answer, reason' },
  promised: { vi: 'Hẹn trả lời vào ngày', en: 'Promised by' },
  into: { vi: 'Vấn đề đã phản ánh trước', en: 'The earlier matter' },
} as const satisfies Record<string, Bilingual>;

const questions = {
  ...labelsOf(reportFields),
  ...labelsOf(reportFields.tasks.parts),
  ...labelsOf(reportFields.followUps.parts),
  ...labelsOf(reportFields.matters.parts),
  ...otherQuestions,
};

export type Question = keyof typeof questions;

export const fieldLabels = inEach(questions);

function labelsOf<T extends Readonly<Record<string, { readonly label: Bilingual }>>>(fields: T) {
  const labels = Object.entries(fields).map(([name, { label }]) => [name, label]);
  return Object.fromEntries(labels) as { readonly [Name in keyof T]: Bilingual };
}

/**
 * What a field is called, whatever its place on the form.
 *
 * @param criterion names the criterion of a `points.` field
 * @example labelOf('tasks[0].what', 'vi', …) //=> 'Nhiệm vụ 1: Nội dung nhiệm vụ'
 */
export function labelOf(
  name: string,
  lang: Lang,
  criterion: (id: string) => string,
  table: FieldTable = reportFields,
): string {
  const [, list = '', row, part = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
  const rows = table[list];
  if (rows?.kind === 'rows') {
    const label = rows.parts[part]?.label[lang] ?? labelOf(part, lang, criterion, table);
    return `${rows.label[lang]} ${Number(row) + 1}: ${label}`;
  }
  if (/^(points|review|reviewReason)\./.test(name)) return criterion(name.slice(name.indexOf('.') + 1));
  const [several = ''] = name.split('[');
  if (table[several]?.kind === 'choices') return table[several].label[lang];
  if (Object.hasOwn(table, name)) return (table[name] as FieldTable[string]).label[lang];
  return Object.hasOwn(questions, name) ? fieldLabels[lang][name as Question] : name;
}
