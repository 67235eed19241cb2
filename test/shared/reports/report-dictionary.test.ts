import { expect, it } from 'vitest';
import { csvRow } from '#functions/http/csv-row.ts';
import { dictionaryColumns, reportDictionary } from '#shared/reports/report-dictionary.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { fullReport } from '#test/web/reports/full-report.ts';

const lines = reportDictionary();

it('is the file that is published; after a change of the table `npx vitest run -u` writes it anew', async () => {
  const rows = lines.map((line) => dictionaryColumns.map((column) => line[column] ?? null));
  const csv = `\uFEFF${[dictionaryColumns, ...rows].map(csvRow).join('')}`;
  await expect(csv).toMatchFileSnapshot('../../../web/public/assets/report-fields.csv');
});

it('has a line for each field that a report can have', () => {
  const named = Object.keys(toTyped(fullReport)).map((name) =>
    name.replace(/\[\d+\]/, '[]').replace(/^points\..+/, 'points.{criterion}'),
  );
  const fields = lines.flatMap(({ field, choice }) => (choice === undefined ? [field] : []));
  expect(fields).toEqual([...new Set(fields)]);
  expect([...new Set(named)].filter((name) => !fields.includes(name))).toEqual([]);
});

it('says each in both languages, and what a blank of it means', () => {
  for (const { field, choice, vi, en, kind, blank } of lines) {
    expect([vi, en], `${field}`).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    if (choice === undefined && kind !== 'rows' && !/^(reviewed|official)\./.test(`${field}`))
      expect(['refused', 'unknown', 'none'], `${field}`).toContain(blank);
  }
});

it('has a line for each answer that may be chosen', () => {
  const of = (field: string) => lines.flatMap((line) => (line.field === field && line.choice ? [line.choice] : []));
  expect(of('committeeMet')).toEqual(['yes', 'no', 'na']);
  expect(of('followUps[].status')).toEqual(['done', 'doing', 'overdue', 'dropped']);
  expect(of('matters[].topic')).toHaveLength(12);
});
