import { BadFile, csvLines } from '#infra/admin/csv-lines.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { type Act, type Deed, deeds } from '#shared/units/reorganise/plan.ts';

const columns = ['what', 'from', 'to', 'kind', 'name'];

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

/**
 * Reads a plan from a CSV file with the columns `what;from;to;kind;name`: see `infra/README.md`.
 *
 * @throws {BadFile} naming every line with another word for what is to be done
 */
export function readPlan(text: string): readonly Act[] {
  const lines = csvLines(text, columns);
  const acts = lines.map(({ number, cell }) => ({ number, what: deedOf(cell('what')), cell }));
  const unknown = acts.filter(({ what }) => !what);
  if (unknown.length > 0) {
    throw new BadFile(unknown.map(({ number }) => `line ${number}: what is one of ${deeds.join(', ')}`).join('\n'));
  }
  return acts.map(({ number, what, cell }) => ({
    ...{ what: what as Deed, from: cell('from'), line: number },
    ...(cell('to') && { to: cell('to') }),
    ...(cell('kind') && { kind: cell('kind') }),
    ...(cell('name') && { name: cell('name') }),
  }));
}

function deedOf(typed: string): Deed | undefined {
  const word = withoutMarks(typed).toLowerCase();
  return deeds.find((deed) => deed === word) ?? words[word];
}
