import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readListFile } from '#functions/files/read-list-file.ts';
import { writeTemplate } from '#functions/web/reports/write-template.ts';
import { langs } from '#shared/language/lang.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { checkRows } from '#shared/reports/files/check-rows.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import { readReportFile } from '#shared/reports/files/read-report-file.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { aUnit, day, month, reports } from '#test/shared/samples.ts';

const commune = aUnit('h.thanh-van', { name: 'Thanh Vân', kind: 'xã' });
const cells = ['Đông', 'Hoàng An', 'Hoàng Ân', 'Trường Mầm non'].map((name, at) =>
  aUnit(`h.thanh-van.c${at}`, { name, kind: 'Chi bộ' }),
);

/** What the form would read of a report that says only what a sheet has columns for. */
const typedOf = (report: Parameters<typeof toTyped>[0]) =>
  Object.fromEntries(Object.entries(toTyped(report)).filter(([field]) => Object.hasOwn(fileFields, field)));

it('a template that was filled in gives the reports that the form gives, in 20 random months', async () => {
  const months = fc.record({
    first: reports,
    others: fc.array(reports, { minLength: 3, maxLength: 3 }),
    lang: fc.constantFrom(...langs),
  });
  await fc.assert(
    fc.asyncProperty(months, async ({ first, others, lang }) => {
      const own = monthOf(first.date);
      const filled = [first, ...others].map((report) => typedOf({ ...report, date: first.date, kind: 'regular' }));
      // A cell that has not met yet stands in the sheet with its members.
      const rows = cells.map(({ id, name }, at) => ({
        id,
        name,
        typed: at < 3 ? (filled[at] ?? {}) : { fullMembers: '9' },
      }));
      const file = readListFile(await writeTemplate({ unit: commune, month: own, rows, lang }));
      if (typeof file === 'string') throw new Error(file);
      const today = first.date;
      const read = readReportFile(file, {
        month: own,
        today,
        commune,
        cells,
        last: new Map([[cells[0]?.id ?? '', first]]),
      });
      if ('refused' in read) throw new Error(read.refused);
      const checked = checkRows(read.rows, {}, { month: own, today, norms: findRegime, cells });
      expect(read.blank).toHaveLength(1);
      const byForm = rows.slice(0, 3).map(({ id, typed }) => {
        return parseReport({ ...typed, cell: id }, { month: own, today, norms: findRegime });
      });
      expect(checked.map(({ report, errors }) => (report ? { ok: true, report } : { ok: false, errors }))).toEqual(
        byForm,
      );
    }),
    { numRuns: 20 },
  );
});

it('a template of another month, of another commune or of a version to come is refused', async () => {
  const november = month('2026-11');
  const bytes = await writeTemplate({ unit: commune, month: november, rows: [], lang: 'vi' });
  const file = readListFile(bytes);
  if (typeof file === 'string') throw new Error(file);
  const context = { month: november, today: day('2026-11-27'), commune, cells, last: new Map() };
  expect(readReportFile(file, { ...context, month: month('2026-10') })).toEqual({
    ...{ refused: 'other-month', said: '2026-11' },
  });
  expect(readReportFile(file, { ...context, commune: aUnit('h.thai-son', { name: 'Thanh Vân' }) })).toEqual({
    ...{ refused: 'other-commune', said: 'h.thanh-van' },
  });
  const stamp = (text: string) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.text.startsWith('so-chi-bo') ? { ...cell, text } : cell)),
      })),
    })),
  });
  expect(readReportFile(stamp('so-chi-bo bao-cao 2 2026-11 h.thanh-van'), context)).toEqual({
    ...{ refused: 'newer-template', said: '2' },
  });
  expect(readReportFile(stamp('so-chi-bo bao-cao 0 2026-11 h.thanh-van'), context)).toHaveProperty('rows');
});
