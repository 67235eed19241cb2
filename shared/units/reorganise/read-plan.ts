import { cleanLine, isUnread } from '#shared/input/clean-text.ts';
import { csvRows } from '#shared/input/csv-rows.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { type Act, type Deed, deeds } from '#shared/units/reorganise/plan.ts';

/** The columns of a plan, each with what people in Vietnam call it, without marks. */
const columns = {
  what: ['what', 'viec', 'hinh thuc'],
  from: ['from', 'tu', 'don vi cu', 'ma cu'],
  to: ['to', 'thanh', 've', 'den', 'don vi moi', 'ma moi'],
  kind: ['kind', 'loai'],
  name: ['name', 'ten', 'ten moi'],
} as const;
export type PlanColumn = keyof typeof columns;

/** What people in Vietnam call each deed, without marks. */
const words: Readonly<Record<string, Deed>> = {
  'doi ten': 'rename',
  'sap nhap': 'merge',
  'hop nhat': 'merge',
  'chia tach': 'split',
  chia: 'split',
  chuyen: 'move',
  'giai the': 'abolish',
  'ket thuc': 'abolish',
  'thanh lap': 'root',
};

/** A plan as a file says it, or why it is none: columns that lack, or lines with another word for what is to be done. */
export type ReadPlan =
  | { readonly ok: true; readonly acts: readonly Act[] }
  | { readonly ok: false; readonly missing: readonly PlanColumn[]; readonly lines: readonly number[] };

/** Reads a plan from a CSV file with the columns `what;from;to;kind;name`, in any order: see `infra/README.md`. */
export function readPlan(text: string): ReadPlan {
  const none: ReadPlan = { ok: false, missing: ['what', 'from'], lines: [] };
  if (isUnread(text)) return none;
  try {
    const [head, ...rows] = [...csvRows(text)].filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const titles = (head?.cells ?? []).map(plain);
    const placesOf = (column: PlanColumn) =>
      titles.flatMap((title, at) => (columns[column].some((word) => word === title) ? [at] : []));
    // Of two columns of one name nobody can tell which counts.
    const missing = (['what', 'from'] as const).filter((column) => placesOf(column).length !== 1);
    if (missing.length > 0) return { ok: false, missing, lines: [] };
    const lines = rows.map(({ number, cells }) => {
      const of = (column: PlanColumn) => cleanLine(cells[placesOf(column)[0] ?? -1] ?? '');
      return { number, deed: deedOf(of('what')), of };
    });
    const wrong = lines.filter(({ deed }) => !deed).map(({ number }) => number);
    if (wrong.length > 0) return { ok: false, missing: [], lines: wrong };
    return { ok: true, acts: lines.map(({ number, deed, of }) => actOf(number, deed as Deed, of)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return none;
  }
}

function actOf(line: number, what: Deed, of: (column: PlanColumn) => string): Act {
  const [to, kind, name] = [of('to'), of('kind'), of('name')];
  return { what, from: of('from'), ...(to && { to }), ...(kind && { kind }), ...(name && { name }), line };
}

/** A plan as such a file. */
export function writePlan(acts: readonly Act[]): string {
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
  const lines = acts.map(({ what, from, to, kind, name }) => [what, from, to, kind, name].map(cell).join(';'));
  return ['what;from;to;kind;name', ...lines].join('\n');
}

const plain = (typed: string) => withoutMarks(typed).toLowerCase().trim();

function deedOf(typed: string): Deed | undefined {
  const word = plain(typed);
  return deeds.find((deed) => deed === word) ?? words[word];
}
