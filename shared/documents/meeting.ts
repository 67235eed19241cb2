import type { Block, Line } from '#shared/documents/block.ts';
import { centredColumn, textColumn } from '#shared/documents/block.ts';
import { numberWords, partyHead, placeOf, titleLines } from '#shared/documents/party-words.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay, formatNumber, formatPercent } from '#shared/language/format.ts';
import { followUpStatuses, kinds } from '#shared/reports/choices.ts';
import type { Report } from '#shared/reports/report.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/** What the documents of a meeting are made of. */
export interface Meeting {
  /** With its free text. */
  readonly report: Report;
  /** By the cell's own points: what its superiors decide later is not of the meeting. */
  readonly judgement: Judgement;
  /** In full, as the cell was called in the month: `Chi bộ thôn Thanh Bình`. */
  readonly cellName: string;
  readonly communeName: string;
  /** The words of the tasks that the report follows up by their ids. */
  readonly taskWords: ReadonlyMap<string, string>;
  readonly layout: Layout;
  /** Absent while the document has none: it has room for it then. */
  readonly number?: number;
  readonly generated?: true;
}

/** Room for a name or a number by hand, in a line of text. */
export const ROOM = '..............................';
export const SHORT_ROOM = '.........';

/** What a document begins with: the organs, the number, the day, its kind and what it is about. */
export function beginning(
  meeting: Meeting,
  { kind, signs }: { readonly kind: string; readonly signs: string },
): Block[] {
  const { report, cellName, communeName, layout, number, generated } = meeting;
  const organs = [`Đảng bộ ${communeName}`, cellName].map((name) => name.toLocaleUpperCase('vi'));
  const about = `buổi sinh hoạt ${kinds[report.kind].vi.toLowerCase()} ngày ${formatDay(report.date)}`;
  const warning: Line = { text: commonTexts.vi.generated, font: 'boldItalic', points: layout.points.small };
  return [
    partyHead(
      {
        organs,
        number: numberWords(number, `${signs}/CB`, layout),
        place: capitalized(placeOf(communeName)),
        day: report.date,
      },
      layout,
    ),
    { centred: [...titleLines(kind, about, layout), ...(generated ? [warning] : [])] },
  ];
}

/** Free text as paragraphs, one a line of it; `otherwise` if nothing was written. */
export function paragraphs(words: string | undefined, otherwise: Block): Block[] {
  const lines = (words ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines.map((text) => ({ text })) : [otherwise];
}

/**
 * A share in percent, cut to one decimal and not rounded: it never says that a target is met which is missed.
 *
 * @example shareWords(17, 20) //=> '17/20 (85%)'
 */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return `${formatNumber(part)}/0`;
  return `${formatNumber(part)}/${formatNumber(whole)} (${formatPercent(Math.floor((part * 1000) / whole) / 10)})`;
}

/** Who was required and who came, in numbers. */
export function attendanceWords({ report, judgement }: Meeting): string {
  const { present, required } = judgement.attendance;
  const late = report.late === undefined ? '' : `; đến muộn: ${formatNumber(report.late)}`;
  return (
    `Số đảng viên phải dự: ${formatNumber(required)}; có mặt: ${shareWords(present, required)}; ` +
    `vắng có lý do: ${formatNumber(report.excused)}; vắng không lý do: ${formatNumber(report.unexcused)}${late}.`
  );
}

/** What became of the tasks that were given before, and of the targets. */
export function previousResults({ report, taskWords }: Meeting): Block[] {
  const { followUps, targetsSet, targetsMet } = report;
  const wordsOf = (task: string) => (isTaskId(task) ? taskWords.get(task) : task) || commonTexts.vi.expired;
  const targets =
    targetsSet === undefined
      ? []
      : [`Chỉ tiêu nghị quyết kỳ trước đề ra: ${targetsSet}; đã đạt: ${targetsMet ?? SHORT_ROOM}.`];
  return [
    ...targets.map((text) => ({ text })),
    followUps.length === 0
      ? { text: 'Không có nhiệm vụ của kỳ trước cần kiểm điểm.' }
      : {
          columns: [
            centredColumn('TT', 6),
            textColumn('Nhiệm vụ đề ra', 48),
            textColumn('Kết quả', 20),
            textColumn('Lý do, ghi chú', 26),
          ],
          rows: followUps.map(({ task, status, reason }, at) => [
            String(at + 1),
            wordsOf(task),
            followUpStatuses[status].vi,
            reason ?? '',
          ]),
        },
  ];
}

/** The tasks that the meeting gave, each with whom it is given to and its day. */
export function taskTable({ report: { tasks } }: Meeting): Block {
  if (tasks.length === 0) return { text: 'Không có nhiệm vụ được giao riêng.' };
  return {
    columns: [
      centredColumn('TT', 6),
      textColumn('Nội dung nhiệm vụ', 50),
      textColumn('Giao cho', 26),
      centredColumn('Hạn hoàn thành', 18),
    ],
    rows: tasks.map(({ what, who, due }, at) => [String(at + 1), what, who ?? '', due ? formatDay(due) : '']),
  };
}

/** Who signs: the post, how, room for the hand, and room for the name. */
export function signature(...posts: readonly string[]): readonly Line[] {
  return [
    ...posts.map((text): Line => ({ text, font: 'bold' })),
    { text: '(Ký, ghi rõ họ tên)', font: 'italic' },
    ...Array.from({ length: 3 }, () => ({ text: '' })),
    { text: ROOM },
  ];
}
