import { fillIn } from '#shared/input/texts/fill-in.ts';
import type { ErrorCode, FieldError, Typed } from '#shared/input/typed.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import { looksLikeTaskId } from '#shared/reports/task-id.ts';
import { missingInReports } from '#shared/reports/texts/missing-in-reports.ts';

const unreadDays = inEach({
  date: {
    vi: 'Đề nghị nhập ngày họp theo dạng ngày/tháng/năm, ví dụ {example}.',
    en: 'Enter the day of the meeting as day/month/year, for example {example}.',
  },
  'tasks.due': {
    vi: 'Đề nghị nhập hạn hoàn thành theo dạng ngày/tháng/năm, ví dụ {example}.',
    en: 'Enter the day it is due as day/month/year, for example {example}.',
  },
});

const named: Partial<Record<ErrorCode, Record<Lang, Readonly<Record<string, string>>>>> = {
  required: missingInReports,
  'not-a-day': unreadDays,
};

/** As much of a task as names it. */
const TASK = 60;

/** The sentence that says itself which field it means; `undefined` for mistakes that need the label. */
export function namedMistake({ field, code, params }: FieldError, lang: Lang, typed: Typed = {}): string | undefined {
  const own = field.replace(/^rows\[\d+\]\./, '');
  const sentence = named[code]?.[lang][own.replace(/\[\d+\]/, '')];
  if (sentence === undefined) return undefined;
  const said = typed[field.replace(/\.\w+$/, '.task')]?.trim() ?? '';
  // One that is carried on comes by its id: it stands under its number, whatever its words are.
  const task = said && !looksLikeTaskId(said) ? `“${said.slice(0, TASK)}”` : Number(/\d+/.exec(field)) + 1;
  return fillIn(sentence, { task, ...params }, lang);
}
