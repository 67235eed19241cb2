import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '#shared/documents/parse-entry.ts';
import {
  nextNumber,
  numberOf,
  publishedOf,
  publishedUntil,
  type RegisterEntry,
  type Said,
  termOn,
} from '#shared/documents/register.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { aReport, day } from '#test/shared/samples.ts';

const today = day('2026-11-27');
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const meetingOn = (date: string) => aReport({ date: day(date) });

/** A register of what was said, in this order. */
function register(...said: readonly Said[]): RegisterEntry[] {
  const { cell } = aReport();
  return said.map((each, at) => ({ cell, revision: at + 1, said: each, by, at: '2026-11-27T01:00:00.000Z' }));
}

const numbered = (date: string, number: number, document: 'minutes' | 'resolution' = 'resolution'): Said => ({
  kind: 'number',
  report: reportIdOf(meetingOn(date)),
  document,
  number,
});

describe('the numbers of a cell’s documents', () => {
  it('begin at 1, go on after the highest, and are of each kind of document by itself', () => {
    const id = reportIdOf(meetingOn('2021-03-03'));
    expect(nextNumber([], 'resolution', id)).toBe(1);
    const entries = register(numbered('2021-01-03', 14), numbered('2021-02-03', 3));
    expect(nextNumber(entries, 'resolution', id)).toBe(15);
    expect(nextNumber(entries, 'minutes', id)).toBe(1);
  });

  it('begin again with a term, by the day of the meeting and not by the day of the entry', () => {
    const entries = register(numbered('2020-01-03', 31), { kind: 'term', from: day('2020-04-01') });
    expect(nextNumber(entries, 'resolution', reportIdOf(meetingOn('2020-04-03')))).toBe(1);
    expect(nextNumber(entries, 'resolution', reportIdOf(meetingOn('2020-03-03')))).toBe(32);
    expect([termOn(entries, day('2020-03-31')), termOn(entries, day('2020-04-01'))]).toEqual([undefined, '2020-04-01']);
  });

  it.each([
    ['the proposed one', '2021-03-03', { resolution: '2' }, undefined],
    ['one that was left out before', '2021-03-03', { resolution: '40' }, undefined],
    ['one that the term has already', '2021-03-03', { resolution: '1' }, 'number-taken'],
    ['the same once more', '2021-02-03', { resolution: '1' }, undefined],
    ['another for the same document', '2021-02-03', { resolution: '2' }, 'number-taken'],
    ['the same number for the minutes', '2021-03-03', { minutes: '1' }, undefined],
    ['none', '2021-03-03', { resolution: ' ' }, 'number-from-one'],
    ['zero', '2021-03-03', { resolution: '0' }, 'number-from-one'],
    ['a word', '2021-03-03', { resolution: 'hai' }, 'number-from-one'],
    ['too high', '2021-03-03', { resolution: '10000' }, 'too-large'],
    ['a day of publishing', '2021-03-03', { published: '5/3/2021' }, undefined],
    ['published before the meeting', '2021-03-03', { published: '2/3/2021' }, 'before-meeting'],
    ['a day without its year', '2021-03-03', { published: '5/3' }, undefined],
    ['published tomorrow', '2021-03-03', { published: '28/11/2026' }, 'day-not-possible'],
    ['no such day', '2021-03-03', { published: '31/2/2021' }, 'not-a-day'],
    ['a term', '2021-03-03', { term: '01/04/2020' }, undefined],
    ['a term that is still to begin', '2021-03-03', { term: '01/04/2027' }, 'day-not-possible'],
  ] as const)('%s: on %s, %j is %s', (_, date, typed, code) => {
    const parsed = parseEntry(typed, { report: meetingOn(date), entries: register(numbered('2021-02-03', 1)), today });
    expect(parsed && 'errors' in parsed ? parsed.errors[0]?.code : undefined).toBe(code);
    if (parsed && 'errors' in parsed) expect(parsed.errors.map(({ field }) => field)).toEqual(Object.keys(typed));
  });

  it('are none of a document that the report does not have, and of nothing', () => {
    const known = { report: aReport({ resolution: 'none' }), entries: [], today };
    expect(parseEntry({ resolution: '1' }, known)).toBeUndefined();
    expect(parseEntry({}, known)).toBeUndefined();
    expect(parseEntry({ conclusion: '1' }, { ...known, report: aReport() })).toBeUndefined();
  });

  it('never stand twice in a term, whatever is entered in whatever order', () => {
    const days = fc.constantFrom('2020-01-03', '2020-02-03', '2020-05-03', '2020-06-03', '2021-01-03');
    const deeds = fc.oneof(
      fc.record({
        on: days,
        document: fc.constantFrom('minutes', 'resolution'),
        number: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({ on: days, term: fc.constantFrom('01/02/2020', '01/05/2020', '01/01/2021') }),
    );
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 30 }), (all) => {
        let entries: RegisterEntry[] = [];
        for (const deed of all) {
          const typed = 'term' in deed ? { term: deed.term } : { [deed.document]: String(deed.number) };
          const parsed = parseEntry(typed, { report: meetingOn(deed.on), entries, today });
          if (parsed?.ok) entries = register(...entries.map(({ said }) => said), parsed.said);
        }
        const given = entries.flatMap(({ said }) => (said.kind === 'number' ? [said] : []));
        const names = new Set(
          given.map(({ document, number, report }) => {
            const date = day(report.split('_')[1] ?? '');
            return `${termOn(entries, date)} ${document} ${number} ${report}`;
          }),
        );
        const places = [...names].map((name) => name.split(' ').slice(0, 3).join(' '));
        expect(new Set(places).size).toBe(names.size);
        for (const { document, number, report } of given) {
          expect(numberOf(entries, document, report)?.said.number).toBe(number);
        }
      }),
    );
  });
});

describe('publishing', () => {
  it('is asked within two days where the month’s score sheet has a line for it', () => {
    expect(publishedUntil(meetingOn('2026-11-03'))).toBe('2026-11-05');
    expect(publishedUntil(meetingOn('2021-02-03'))).toBeUndefined();
  });

  it('is as it was entered last', () => {
    const report = reportIdOf(meetingOn('2026-11-03'));
    const on = (text: string): Said => ({ kind: 'published', report, on: day(text) });
    expect(publishedOf(register(on('2026-11-06'), on('2026-11-05')), report)?.said.on).toBe('2026-11-05');
    expect(publishedOf([], report)).toBeUndefined();
  });
});
