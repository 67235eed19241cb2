import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRegime } from '#shared/norms/regimes.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportSchema } from '#shared/reports/report-schema.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { mismatches } from '#test/functions/scorecards/formats/matches-schema.ts';
import { aReport, day, reports } from '#test/shared/samples.ts';

const schema = reportSchema();

it('is the file that is published; after a change of the table `npx vitest run -u` writes it anew', async () => {
  const json = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../web/public/assets/report.schema.json');
});

it('takes every report', () => {
  fc.assert(
    fc.property(reports, (report) => {
      expect(mismatches(report, schema)).toEqual([]);
    }),
  );
});

it('takes whatever the parser takes', () => {
  const setting = { today: day('2026-06-30'), norms: findRegime };
  const known = fc.constantFrom(
    ...Object.keys(toTyped(aReport({ late: 1, speakers: 2, startTime: '07:30', focus: 'x' }))),
  );
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '1.234',
      '1440',
      '1441',
      '7h30',
      '3/2/2021',
      '31/02/2021',
      'yes',
      'na',
      'none',
      'hiep-hoa',
    ),
    fc.string({ maxLength: 5 }),
    fc.constantFrom('ơ'.repeat(4000), 'ơ'.repeat(4001)),
  );
  fc.assert(
    fc.property(reports, fc.dictionary(known, text, { maxKeys: 2 }), (report, changes) => {
      const parsed = parseReport({ ...toTyped(report), ...changes }, setting);
      if (parsed.ok) expect(mismatches(parsed.report, schema)).toEqual([]);
    }),
  );
});

describe('refuses', () => {
  it.each<[string, object]>([
    ['a field that the form does not have', { guests: 3 }],
    ['a count that is a text', { present: '17' }],
    ['a count below zero', { late: -1 }],
    ['a count above the most', { durationMinutes: 1441 }],
    ['half a member', { exempt: 0.5 }],
    ['a day as it is typed', { date: '03/02/2021' }],
    ['a time of no day', { startTime: '24:00' }],
    ['an answer that was not offered', { oriented: 'na' }],
    ['a text that is too long', { focus: 'ơ'.repeat(4001) }],
    ['a row without what it needs', { tasks: [{ who: 'Chi ủy' }] }],
    ['a part that the row does not have', { followUps: [{ task: 'Họp', status: 'done', due: '2021-02-03' }] }],
    ['more rows than the form has', { tasks: Array.from({ length: 21 }, () => ({ what: 'Họp' })) }],
    ['points below zero', { points: { discussion: -1 } }],
    ['other points without a reason', { official: { discussion: { points: 1 } } }],
    ['a report without its day', { date: undefined }],
  ])('%s', (_, changes) => {
    const sent = JSON.parse(JSON.stringify({ ...aReport(), ...changes }));
    expect(mismatches(sent, schema)).toHaveLength(1);
  });
});

it('takes what reviewers add, and texts that have expired', () => {
  const reviewed: Report = aReport({
    reviewed: {},
    official: { discussion: { points: 12.5, reason: 'Thảo luận ít' } },
    tasks: [{ what: '' }],
  });
  expect(mismatches(reviewed, schema)).toEqual([]);
});
