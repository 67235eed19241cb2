import {
  type CellStyle,
  type CellValue,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { serialOf } from '#shared/input/lists/day-of-serial.ts';
import type { Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Month, parseDay } from '#shared/period.ts';
import { type FileQuestion, fileFields } from '#shared/reports/files/file-fields.ts';
import { TEMPLATE, TEMPLATE_VERSION } from '#shared/reports/files/sheet-titles.ts';
import { templateTexts } from '#shared/reports/files/texts/report-files.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';

interface Template {
  readonly unit: Unit;
  readonly month: Month;
  readonly rows: readonly { readonly id: UnitId; readonly name: string; readonly typed: Typed }[];
  readonly lang: Lang;
}

/** What stands above the first cell: the version (hidden), title, unit, note and head. */
const HEAD = 5;
const LEAD = 2;

const font = { name: 'Times New Roman', size: 11 };
const line = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const wrapped = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const head: CellStyle = {
  ...{ font: { ...font, bold: true }, border, alignment: wrapped },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
};
const must: CellStyle = { ...head, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } } };
const box: CellStyle = { font, border };
const day: CellStyle = { ...box, numFmt: 'dd/mm/yyyy' };

/** The month's workbook: a row a cell, a column a question, answers to choose from as lists; its first row is hidden. */
export function writeTemplate(template: Template): Promise<Uint8Array> {
  const questions = Object.entries(fileFields);
  const lists = questions.filter(([, { kind }]) => kind === 'choice');
  const { lang } = template;
  return writeXlsx({
    sheets: [fillIn(template, questions, lists), choicesSheet(lists, lang)],
    defaultFont: font,
    properties: { title: templateTexts[lang].title(formatMonth(template.month, lang)) },
  });
}

type Questions = readonly (readonly [string, FileQuestion])[];

function fillIn({ unit, month, rows, lang }: Template, questions: Questions, lists: Questions): WriteSheet {
  const t = templateTexts[lang];
  const last = HEAD + rows.length;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const put = (row: number, column: number, value: CellValue, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style });
  put(0, 0, `${TEMPLATE} ${TEMPLATE_VERSION} ${month} ${unit.id}`, { font });
  put(1, 1, t.title(formatMonth(month, lang)), { font: { ...font, size: 14, bold: true } });
  put(2, 1, capitalized(fullName(unit)), { font: { ...font, bold: true } });
  put(3, 1, t.note, { font: { ...font, italic: true } });
  put(HEAD - 1, 0, t.id, head);
  put(HEAD - 1, 1, t.name, head);
  for (const [at, [, question]] of questions.entries()) {
    put(HEAD - 1, LEAD + at, question.label[lang], question.blank === 'refused' ? must : head);
  }
  for (const [at, { id, name, typed }] of rows.entries()) {
    put(HEAD + at, 0, id, box);
    put(HEAD + at, 1, capitalized(name), box);
    for (const [column, [field, question]] of questions.entries()) {
      put(
        HEAD + at,
        LEAD + column,
        cellValueOf(typed[field] ?? '', question, lang),
        question.kind === 'day' ? day : box,
      );
    }
  }
  return {
    name: t.sheet,
    cells,
    rows: [],
    columns: [
      { width: 10, hidden: true },
      { width: 34 },
      ...questions.map(([, { kind }]) => ({ width: widths[kind] })),
    ],
    rowDefs: new Map([
      [0, { hidden: true }],
      [HEAD - 1, { height: 62 }],
    ]),
    freezePane: { rows: HEAD, columns: LEAD },
    dataValidations: questions.flatMap(([field, question], at): DataValidation[] => {
      const column = colToLetter(LEAD + at);
      const range = `${column}${HEAD + 1}:${column}${Math.max(last, HEAD + 1)}`;
      const hint = question.hint?.[lang] ?? (question.blank === 'refused' ? t.must : '');
      const says = { showInputMessage: true, inputTitle: question.label[lang].slice(0, 32), allowBlank: true, range };
      if (question.kind !== 'choice') {
        // Nothing is refused here: people write in their own way, and the preview says what was understood.
        return hint ? [{ ...says, type: 'custom', formula1: 'TRUE', inputMessage: hint }] : [];
      }
      const list = lists.findIndex(([name]) => name === field);
      const from = `'${t.lists}'!$${colToLetter(list)}$2:$${colToLetter(list)}$${Object.keys(question.choices).length + 1}`;
      return [{ ...says, type: 'list', formula1: from, inputMessage: t.choose }];
    }),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const widths = { day: 12, time: 9, count: 10, choice: 16 } as const satisfies Record<FileQuestion['kind'], number>;

/** Days and counts as numbers, so that a spreadsheet can count with them; choices by their names. */
function cellValueOf(typed: string, question: FileQuestion, lang: Lang): CellValue {
  if (typed === '') return null;
  const date = question.kind === 'day' ? parseDay(typed) : undefined;
  if (date) return serialOf(date);
  if (question.kind === 'choice') return question.choices[typed]?.[lang] ?? typed;
  return question.kind === 'count' ? Number(typed) : typed;
}

/** The answers of each choice below its name. */
function choicesSheet(lists: Questions, lang: Lang): WriteSheet {
  const columns = lists.map(([, question]) => [
    question.label[lang],
    ...(question.kind === 'choice' ? Object.values(question.choices).map((label) => label[lang]) : []),
  ]);
  const height = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
  return { name: templateTexts[lang].lists, rows, hidden: true };
}
