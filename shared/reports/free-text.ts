import { digestOf } from '#shared/digest.ts';
import type { AnyField, FieldTable, NamesOf, RowsField } from '#shared/reports/field.ts';
import type { Report } from '#shared/reports/report.ts';
import { type Lists, type ReportFields, reportFields } from '#shared/reports/report-fields.ts';
import { isTaskId } from '#shared/reports/task-id.ts';

type Words<Table> = NamesOf<Table, { kind: 'words' | 'task' }>;
type Row<List extends Lists> = NonNullable<Report[List]>[number];
type RowWords<List extends Lists> = Words<ReportFields[List]['parts']> & keyof Row<List>;

/** The free text of a report. It is stored apart, expires separately, and may be purged; figures never need it. */
export type FreeText = Pick<Report, Words<ReportFields>> & {
  readonly [List in Exclude<Lists, MayBeAbsent>]: WordRows<List>;
} & { readonly [List in MayBeAbsent]?: WordRows<List> };

/** Lists of which no row is no answer. */
type MayBeAbsent = Lists & NamesOf<ReportFields, { none: 'absent' }>;
type WordRows<List extends Lists> = readonly Pick<Row<List>, RowWords<List>>[];
type FigureRows<List extends Lists> = readonly (Omit<Row<List>, RowWords<List>> & Named<List>)[];

/** Tasks that are named by their ids are figures; in words, they are words. */
type Named<List extends Lists> = {
  readonly [Part in NamesOf<ReportFields[List]['parts'], { kind: 'task' }> & keyof Row<List>]?: string;
};

/** A report without its free text: all that judging and counting need. */
export type ReportFigures = Omit<Report, keyof FreeText> & {
  readonly [List in Exclude<Lists, MayBeAbsent>]: FigureRows<List>;
} & { readonly [List in MayBeAbsent]?: FigureRows<List> };

/** Splits a report into figures and free text; `joinFreeText` joins them again. */
export function splitFreeText(
  report: Report,
  table: FieldTable = reportFields,
): { readonly facts: ReportFigures; readonly words: FreeText } {
  const { facts, words } = split(report, table);
  return { facts: facts as unknown as ReportFigures, words: words as unknown as FreeText };
}

type Said = Readonly<Record<string, unknown>>;

function split(
  answers: object,
  table: Readonly<Record<string, AnyField>>,
): { readonly facts: Said; readonly words: Said } {
  const facts: Record<string, unknown> = {};
  const words: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answers)) {
    const field = table[name];
    if (field?.kind === 'rows') {
      const rows = (value as object[]).map((row) => split(row, field.parts));
      facts[name] = rows.map((row) => row.facts);
      words[name] = rows.map((row) => row.words);
    } else if (field?.kind !== 'words' && (field?.kind !== 'task' || isTaskId(value))) facts[name] = value;
    else if (value !== undefined) words[name] = value;
  }
  return { facts, words };
}

/** The whole report. If the free text has expired, tasks and matters keep their figures and have empty text. */
export function joinFreeText(
  facts: ReportFigures,
  words: FreeText | undefined,
  table: FieldTable = reportFields,
): Report {
  const lists = Object.entries(table).flatMap(([name, { kind }]) => {
    const list = name as Lists;
    const rows = facts[list];
    return kind === 'rows' && rows ? [[list, joinRows(list, rows, words?.[list], table)]] : [];
  });
  return { ...facts, ...words, ...Object.fromEntries(lists) };
}

/** Splits the rows of one list. */
export function splitRows<List extends Lists>(
  list: List,
  rows: Report[List],
): { readonly facts: ReportFigures[List]; readonly words: FreeText[List] } {
  const { facts, words } = split({ [list]: rows }, reportFields);
  return { facts: facts[list] as ReportFigures[List], words: words[list] as FreeText[List] };
}

/** Joins the rows of one list again; rows without their free text have empty text. */
export function joinRows<List extends Lists>(
  list: List,
  facts: ReportFigures[List],
  words: readonly object[] = [],
  table: FieldTable = reportFields,
): Report[List] {
  const gone = saysNothing(table[list] as RowsField);
  return (facts as readonly object[]).map((row, at) => ({ ...(words[at] ?? gone), ...row })) as unknown as Report[List];
}

/** A row whose free text has expired: its required texts are empty. */
function saysNothing({ parts }: RowsField): object {
  const needed = Object.entries(parts).filter(([, { kind, blank }]) => isFree(kind) && blank === 'refused');
  return Object.fromEntries(needed.map(([part]) => [part, '']));
}

/** Whether answers of a kind are free text, or may be. */
function isFree(kind: AnyField['kind']): boolean {
  return kind === 'words' || kind === 'task';
}

/** The digest of a report's content. It includes the free text only as a digest, so it can be checked without it. */
export function reportDigest(facts: ReportFigures, wordsDigest: string): string {
  return digestOf({ facts, words: wordsDigest });
}
