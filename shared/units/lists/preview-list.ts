import { monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import type { ListedUnit, ListFault, ListNote, UnitList } from '#shared/units/lists/listed-unit.ts';
import {
  unitFieldTexts,
  unitListFaultTexts,
  unitListNoteTexts,
  unitListTexts,
} from '#shared/units/lists/texts/unit-lists.ts';
import { fullName } from '#shared/units/units.ts';

/** A part of the preview of a list: the page and the command show the same. */
export interface PreviewSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** More lines are counted only: nobody reads them, and a page must not grow with a file. */
const MOST_LINES = 500;

/** What was understood of a list, what was converted, what was left out and what is wrong. */
export function previewList(read: UnitList, lang: Lang): readonly PreviewSection[] {
  const t = unitListTexts[lang];
  const { list, listed, notes } = read;
  const leftOut = list.leftOut.map(
    ({ sheet, row, kind, text }) => `${rowOf(sheet, row, read, lang)}: ${t[kind]}${text && ` “${text}”`}`,
  );
  const blank = list.blank > 0 ? [t.blank(list.blank)] : [];
  return [
    { title: t.faults, lines: faultLines(read, lang) },
    { title: t.units, lines: listed.map((each) => unitLine(each, lang)) },
    { title: t.notes, lines: notes.map((note) => noteLine(note, lang)) },
    { title: t.leftOut, lines: [...leftOut, ...blank] },
    { title: t.sheets, lines: sheetLines(read, lang) },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({ title, lines: bounded(lines, lang, (line) => line) }));
}

/** The sentence above the preview. */
export function summaryOf({ list, listed, faults, encoding }: UnitList, lang: Lang): string {
  const t = unitListTexts[lang];
  const count = (outcome: ListedUnit['outcome']) => listed.filter((each) => each.outcome === outcome).length;
  if (!list.sheets.some(({ head }) => head)) return t.nothing;
  if (listed.length === 0 && faults.length === 0) return t.noRows;
  const said = t.understood(listed.length, count('new'), count('changed'), count('same'));
  return encoding ? `${said} ${t.encoding(encoding)}` : said;
}

/** What is wrong in a list, cell by cell. */
export function faultLines({ faults }: UnitList, lang: Lang): readonly string[] {
  return bounded(faults, lang, (fault) => faultLine(fault, lang));
}

/** @example faultLine({ address: 'F8', row: 8, code: 'year-only', said: '2019' }, 'vi') //=> 'Ô F8: “2019” chỉ có năm, …' */
export function faultLine({ address, code, said = '' }: ListFault, lang: Lang): string {
  return `${unitListTexts[lang].cell(address)}: ${unitListFaultTexts[lang][code](said)}`;
}

function noteLine({ address, code, ...note }: ListNote, lang: Lang): string {
  return `${unitListTexts[lang].cell(address)}: ${unitListNoteTexts[lang][code](inDigits(note))}`;
}

/** Months as people read them. */
function inDigits({ said, other }: Pick<ListNote, 'said' | 'other'>): Pick<ListNote, 'said' | 'other'> {
  const digits = (text: string) => (/^\d{4}-\d\d$/.test(text) ? monthDigits(text as Month) : text);
  return { said, other: digits(other) };
}

function unitLine({ unit, address, outcome }: ListedUnit, lang: Lang): string {
  const t = unitListTexts[lang];
  const { type, from, to } = unit;
  const parts = [
    ...(type ? [cellTypes[type]] : []),
    t.from(monthDigits(from)),
    ...(to ? [t.to(monthDigits(to))] : []),
    unit.id,
    t[outcome],
  ];
  return `${t.cell(address('name'))}: ${fullName(unit)} – ${parts.join(', ')}`;
}

function sheetLines({ list }: UnitList, lang: Lang): string[] {
  const t = unitListTexts[lang];
  return list.sheets.map(({ name, head, isHidden }) => {
    const said = name === '' ? '' : `${name}: `;
    if (!head) return `${said}${isHidden ? t.hiddenSheet : t.noHead}`;
    const columns = head.columns.map(
      ({ name: column, title, field }) =>
        `${column} “${title}” = ${field ? unitFieldTexts[lang][field as keyof (typeof unitFieldTexts)['vi']] : t.notRead}`,
    );
    return `${said}${t.head(head.row)}; ${columns.join('; ')}`;
  });
}

function rowOf(sheet: string, row: number, { list }: UnitList, lang: Lang): string {
  return unitListTexts[lang].row(list.sheets.length > 1 ? `${sheet}!${row}` : String(row));
}

function bounded<T>(all: readonly T[], lang: Lang, lineOf: (each: T) => string): readonly string[] {
  const lines = all.slice(0, MOST_LINES).map(lineOf);
  return all.length <= MOST_LINES ? lines : [...lines, unitListTexts[lang].more(all.length - MOST_LINES)];
}
