import { type Block, centredColumn, numberColumn, textColumn } from '#shared/documents/block.ts';
import type { Meeting } from '#shared/documents/meeting.ts';
import type { CriterionResult } from '#shared/judging/judgement.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { reasonsVi } from '#shared/judging/texts/reasons-vi.ts';
import { formatNumber } from '#shared/language/format.ts';
import { gradeLabels } from '#shared/reports/texts/states.ts';

/** The marked score sheet on a page of its own: the norms ask that it goes with the minutes. */
export function attachedSheet({ judgement, report, layout }: Meeting, attachedTo: string): Block[] {
  const { criteria, total } = judgement;
  const rows = [...Map.groupBy(criteria, ({ group }) => group)].flatMap(([group, lines], at) => [
    [String(at + 1), criterionGroupName(group, 'vi').toLocaleUpperCase('vi'), maxOf(lines), sumOf(lines), ''],
    ...lines.map((line, under) => [
      `${at + 1}.${under + 1}`,
      criterionName(line.id, 'vi'),
      formatNumber(line.max),
      pointsWords(line.points),
      reasonWords(line, reasonsVi),
    ]),
  ]);
  return [
    { page: 'new' },
    {
      centred: [
        { text: 'PHIẾU CHẤM ĐIỂM', font: 'bold', points: layout.points.kind },
        { text: 'chất lượng buổi sinh hoạt chi bộ', font: 'bold' },
        { text: attachedTo, font: 'italic' },
        { text: '-----' },
      ],
    },
    {
      columns: [
        centredColumn('TT', 7),
        textColumn('Tiêu chí', 36),
        numberColumn('Điểm tối đa', 10),
        numberColumn('Điểm chấm', 10),
        textColumn('Căn cứ', 37),
      ],
      rows: [...rows, ['', 'CỘNG', formatNumber(total.reachable), formatNumber(total.points), '']],
    },
    { text: gradeSentence({ judgement }) },
    ...(report.deductionNote ? [{ text: `Thuyết minh điểm trừ: ${report.deductionNote}` }] : []),
  ];
}

/** The score by the sheet's headings, as a resolution has it. */
export function headingTable({ judgement }: Pick<Meeting, 'judgement'>): Block {
  return {
    columns: [
      centredColumn('TT', 7),
      textColumn('Nội dung', 59),
      numberColumn('Điểm tối đa', 17),
      numberColumn('Điểm chi bộ chấm', 17),
    ],
    rows: [...Map.groupBy(judgement.criteria, ({ group }) => group)].map(([group, lines], at) => [
      String(at + 1),
      criterionGroupName(group, 'vi'),
      maxOf(lines),
      sumOf(lines),
    ]),
  };
}

/** The total and the grade that the cell proposes; where too much is open, that it is. */
export function gradeSentence({ judgement: { total, grade } }: Pick<Meeting, 'judgement'>): string {
  const points = `Tổng điểm chi bộ tự chấm: ${formatNumber(total.points)}/${formatNumber(total.reachable)}`;
  const open = total.complete ? '' : ', chưa gồm các tiêu chí chưa được chấm';
  return `${points}${open}. ${grade ? `Chi bộ đề nghị xếp loại: ${gradeLabels.vi[grade]}.` : 'Chưa đủ căn cứ đề nghị xếp loại.'}`;
}

const maxOf = (lines: readonly CriterionResult[]) => formatNumber(lines.reduce((sum, { max }) => sum + max, 0));

/** Blank while a line of it has no points: it is filled by hand then. */
function sumOf(lines: readonly CriterionResult[]): string {
  if (lines.some(({ points }) => points === undefined)) return '';
  return formatNumber(lines.reduce((sum, { points = 0 }) => sum + points, 0));
}

function pointsWords(points: number | undefined): string {
  return points === undefined ? '' : formatNumber(points);
}
