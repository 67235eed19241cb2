import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '#shared/digest.ts';
import { joinFreeText, reportDigest, splitFreeText } from '#shared/reports/free-text.ts';
import { aReport, reports } from '#test/shared/samples.ts';

it('a report parted and joined is the same report', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { facts, words } = splitFreeText(report);
      expect(joinFreeText(facts, words)).toEqual(report);
    }),
  );
});

it('the facts carry none of the words', () => {
  const secret = 'không được lộ';
  const { facts } = splitFreeText(
    aReport({
      focus: secret,
      resolutionText: secret,
      deductionNote: secret,
      tasks: [{ what: secret, who: secret }],
      followUps: [{ task: secret, status: 'done' }],
      matters: [{ topic: 'DD', severity: 'high', summary: secret, proposal: secret }],
    }),
  );
  expect(JSON.stringify(facts)).not.toContain(secret);
  expect(facts).toMatchObject({
    tasks: [{}],
    followUps: [{ status: 'done' }],
    matters: [{ topic: 'DD', severity: 'high' }],
  });
});

it('where the words have expired, tasks and matters keep their facts and say nothing', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const joined = joinFreeText(splitFreeText(report).facts, undefined);
      expect(splitFreeText(joined).facts).toEqual(splitFreeText(report).facts);
      expect(joined).not.toHaveProperty('focus');
      expect(joined.tasks.every(({ what, who }) => what === '' && who === undefined)).toBe(true);
    }),
  );
});

describe('the digest of a report', () => {
  const digest = (report: Parameters<typeof splitFreeText>[0]) => {
    const { facts, words } = splitFreeText(report);
    return reportDigest(facts, digestOf(words));
  };

  it('is told from the facts and the digest of the words', () => {
    const report = aReport({ focus: 'Đường thôn' });
    expect(digest(report)).toMatch(/^[0-9a-f]{64}$/);
    expect(digest({ ...report })).toBe(digest(report));
  });

  it('changes with every fact and every word', () => {
    fc.assert(
      fc.property(reports, reports, (a, b) => {
        expect(digest(a) === digest(b)).toBe(canonical(a) === canonical(b));
      }),
    );
    expect(digest(aReport({ focus: 'a' }))).not.toBe(digest(aReport({ focus: 'b' })));
    expect(digest(aReport({ late: 0 }))).not.toBe(digest(aReport()));
  });
});
