import { messageOf } from '#shared/input/texts/errors.ts';
import { fillIn } from '#shared/input/texts/fill-in.ts';
import type { ErrorCode, FieldError, Typed } from '#shared/input/typed.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import { looksLikeTaskId } from '#shared/reports/task-id.ts';

/** What to enter where nothing stands, by field; a row's part by its list too. Each names its thing. */
const missing = inEach({
  date: {
    vi: 'Nhập ngày họp theo dạng ngày/tháng/năm.',
    en: 'Enter the day of the meeting as day/month/year.',
  },
  kind: { vi: 'Chọn loại sinh hoạt.', en: 'Choose the kind of meeting.' },
  durationMinutes: {
    vi: 'Nhập thời lượng buổi sinh hoạt, ví dụ 90 hoặc 1h30.',
    en: 'Enter how long the meeting took, for example 90 or 1h30.',
  },
  fullMembers: { vi: 'Nhập số đảng viên chính thức.', en: 'Enter the number of full members.' },
  present: {
    vi: 'Nhập số đảng viên có mặt, không tính khách mời.',
    en: 'Enter the number of members present, without guests.',
  },
  excused: {
    vi: 'Nhập số đảng viên vắng có lý do (không có thì nhập 0).',
    en: 'Enter the number absent with a reason (0 if there is none).',
  },
  unexcused: {
    vi: 'Nhập số đảng viên vắng không lý do (không có thì nhập 0).',
    en: 'Enter the number absent without a reason (0 if there is none).',
  },
  resolution: {
    vi: 'Chọn chi bộ đã thông qua nghị quyết, kết luận hay không có.',
    en: 'Choose whether the cell adopted a resolution, a conclusion or neither.',
  },
  'tasks.what': { vi: 'Nhập nội dung của nhiệm vụ.', en: 'Enter what the task is.' },
  'followUps.task': { vi: 'Nhập nhiệm vụ của tháng trước.', en: 'Enter the task of last month.' },
  'followUps.status': { vi: 'Chọn kết quả của việc {task}.', en: 'Choose the outcome of task {task}.' },
  'followUps.reason': {
    vi: 'Nhập lý do thôi thực hiện việc {task}.',
    en: 'Enter why task {task} was dropped.',
  },
  'matters.topic': { vi: 'Chọn lĩnh vực của vấn đề.', en: 'Choose the topic of the matter.' },
  'matters.summary': { vi: 'Nhập nội dung phản ánh.', en: 'Enter what was raised.' },
  'matters.severity': { vi: 'Chọn mức độ của vấn đề.', en: 'Choose the severity of the matter.' },
});

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
  required: missing,
  'not-a-day': unreadDays,
};

/** As much of a task as names it. */
const TASK = 60;

/** The sentence that says itself which field of a report it means; `undefined` for mistakes that need the label. */
export function namedMistake({ field, code, params }: FieldError, lang: Lang, typed: Typed = {}): string | undefined {
  const own = field.replace(/^rows\[\d+\]\./, '');
  const sentence = named[code]?.[lang][own.replace(/\[\d+\]/, '')];
  if (sentence === undefined) return undefined;
  const said = typed[field.replace(/\.\w+$/, '.task')]?.trim() ?? '';
  // One that is carried on comes by its id: it stands under its number, whatever its words are.
  const task = said && !looksLikeTaskId(said) ? `“${said.slice(0, TASK)}”` : Number(/\d+/.exec(field)) + 1;
  return fillIn(sentence, { task, ...params }, lang);
}

/** The sentence at a field of a report. */
export function mistakeAt(error: FieldError, lang: Lang, typed?: Typed): string {
  return namedMistake(error, lang, typed) ?? messageOf(error, lang);
}
