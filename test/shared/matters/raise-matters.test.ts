import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#shared/digest.ts';
import { matterIdOf, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { areAllRaised, raisingsOf } from '#shared/matters/raise-matters.ts';
import type { Matter } from '#shared/reports/report.ts';
import { reports } from '#test/shared/samples.ts';

const source = 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular';
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const at = '2021-02-04T02:00:00.000Z';
const land: Matter = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' };
const refuse: Matter = { topic: 'MT', summary: 'Rác thải tồn đọng', severity: 'low' };
const noise: Matter = { topic: 'ANTT', summary: 'Tụ tập gây ồn', severity: 'low' };

/** The matters of the source after these rows have been raised too. */
function raise(matters: readonly TrackedMatter[], rows: readonly Matter[]): TrackedMatter[] {
  const after = [...matters];
  for (const raising of raisingsOf(matters, rows)) {
    const { said } = raising;
    if (raising.kind === 'raise') {
      after.push(matterOf(matterIdOf(source, raising.number), [{ kind: 'raised', said, by, at }]));
    } else {
      const place = after.indexOf(raising.matter);
      const events = [...raising.matter.events, { kind: 'corrected', said, by, at } as const];
      after[place] = matterOf(raising.matter.id, events);
    }
  }
  return after;
}

describe('a report that is amended', () => {
  const first = raise([], [land, refuse]);

  it('corrects what it had raised, and raises no second one', () => {
    const worded = { ...land, summary: 'Tranh chấp ranh giới ngõ đi chung giữa hai hộ' };
    const graded = { ...refuse, severity: 'high' as const };
    expect(raise(first, [worded, graded]).map(({ number, said }) => [number, said])).toEqual([
      [1, worded],
      [2, graded],
    ]);
  });

  it('keeps to its matters when rows change places, and when one is struck', () => {
    expect(raisingsOf(first, [refuse, land])).toEqual([]);
    expect(raisingsOf(first, [refuse])).toEqual([]);
    expect(raisingsOf(first, [])).toEqual([]);
  });

  it('raises what is new under the next number, also where a row was struck', () => {
    expect(raisingsOf(first, [refuse, noise])).toEqual([{ kind: 'raise', number: 3, said: noise }]);
  });
});

describe('laws', () => {
  const lists = fc.array(
    reports.map(({ matters }) => matters),
    { maxLength: 4 },
  );
  const play = (versions: readonly (readonly Matter[])[]) =>
    versions.reduce<TrackedMatter[]>((matters, rows) => raise(matters, rows), []);

  it('every concern of the newest version is a matter of its own', () => {
    fc.assert(
      fc.property(lists, (versions) => {
        const matters = play(versions);
        const texts = matters.map(({ said }) => canonical(said));
        for (const row of (versions.at(-1) ?? []).map(canonical)) {
          expect(texts).toContain(row);
          texts.splice(texts.indexOf(row), 1);
        }
        expect(areAllRaised(matters, versions.at(-1) ?? [])).toBe(true);
      }),
    );
  });

  it('every concern of every version is in the events of some matter', () => {
    fc.assert(
      fc.property(lists, (versions) => {
        const heard = play(versions).flatMap(({ events }) =>
          events.flatMap((event) => ('said' in event ? [canonical(event.said)] : [])),
        );
        for (const row of versions.flat()) expect(heard).toContain(canonical(row));
      }),
    );
  });

  it('doing it again does nothing', () => {
    fc.assert(
      fc.property(lists, (versions) => {
        expect(raisingsOf(play(versions), versions.at(-1) ?? [])).toEqual([]);
      }),
    );
  });

  it('what was done halfway is finished by doing it again', () => {
    fc.assert(
      fc.property(lists, fc.nat(4), (versions, done) => {
        const rows = versions.at(-1) ?? [];
        const before = play(versions.slice(0, -1));
        const whole = raise(before, rows);
        const halfway = raise(before, rows.slice(0, done));
        expect(raise(halfway, rows).length).toBe(whole.length);
        expect(areAllRaised(raise(halfway, rows), rows)).toBe(true);
      }),
    );
  });
});
