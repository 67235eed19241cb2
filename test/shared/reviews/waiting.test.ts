import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '#shared/access/can.ts';
import type { Role } from '#shared/access/routes.ts';
import type { Actor } from '#shared/access/session.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { hasAttended } from '#shared/reviews/has-attended.ts';
import { isOwnEntry } from '#shared/reviews/own-entry.ts';
import { isSampled, SAMPLED_OF } from '#shared/reviews/sample.ts';
import { countWaiting, type Entered, waitsFor } from '#shared/reviews/waiting.ts';
import { aReport, day } from '#test/shared/samples.ts';

const district = 'hiep-hoa';
const commune = 'hiep-hoa.thanh-van';
const cell = 'hiep-hoa.thanh-van.thanh-binh';
const actor = (role: Role, unit: string, user = unit): Actor => ({ user, role, unit });
const by = {
  cell: actor('cell', cell),
  commune: actor('commune', commune),
  district: actor('district', district),
} as const;
const viewer = (of: Actor, scope: readonly string[] = [of.unit]): Viewer => ({ ...of, scope });
const group = viewer({ user: 'group3', role: 'group', unit: district }, [commune]);

/** Received in the minute that puts it into the sample, or keeps it out. */
function receivedAt(id: Entered['id'], inSample: boolean): string {
  const times = Array.from({ length: 500 }, (_, n) => new Date(Date.UTC(2021, 1, 4, 0, n)).toISOString());
  return times.find((firstReceivedAt) => isSampled({ id, firstReceivedAt }) === inSample) as string;
}

function entered(
  enteredBy: readonly Actor[],
  changes: Partial<Entered> = {},
  { inSample = false, attendedBy }: { inSample?: boolean; attendedBy?: NonNullable<Report['attendedBy']> } = {},
): Entered {
  const report = aReport({ cell, ...(attendedBy && { attendedBy }) });
  const id = reportIdOf(report);
  const last = enteredBy.at(-1) as Actor;
  return { id, report, state: 'submitted', by: last, enteredBy, firstReceivedAt: receivedAt(id, inSample), ...changes };
}

describe('a report that a cell has entered', () => {
  it('waits for its commune, for no other, and not once it is decided or the month is official', () => {
    const own = entered([by.cell]);
    expect(waitsFor(viewer(by.commune), own, false)).toBe(true);
    expect(waitsFor(viewer(actor('commune', 'hiep-hoa.thai-son')), own, false)).toBe(false);
    expect(waitsFor(viewer(by.cell), own, false)).toBe(false);
    expect(waitsFor(viewer(by.commune), own, true)).toBe(false);
    for (const state of ['returned', 'confirmed'] as const) {
      expect(waitsFor(viewer(by.commune), { ...own, state }, false)).toBe(false);
    }
  });

  it('waits for the district only in its sample, there also after the commune has confirmed it', () => {
    const board = viewer(by.district);
    expect(waitsFor(board, entered([by.cell]), false)).toBe(false);
    const sampled = entered([by.cell], {}, { inSample: true });
    expect(waitsFor(board, sampled, false)).toBe(true);
    expect(waitsFor(board, { ...sampled, state: 'confirmed', by: by.commune }, true)).toBe(true);
    expect(waitsFor(board, { ...sampled, state: 'confirmed', by: by.district }, true)).toBe(false);
    expect(waitsFor(board, { ...sampled, state: 'returned', by: by.commune }, true)).toBe(false);
  });

  it.each(['group', 'both'] as const)('waits for the group that attended: %s', (attendedBy) => {
    expect(waitsFor(group, entered([by.cell], {}, { attendedBy }), false)).toBe(true);
  });

  it.each(['none', 'commune', undefined] as const)('does not wait for a group otherwise: %s', (attendedBy) => {
    expect(waitsFor(group, entered([by.cell], {}, attendedBy && { attendedBy }), false)).toBe(false);
  });
});

describe('a report that a commune has entered, or amended', () => {
  it.each([[[by.commune]], [[by.cell, by.commune]], [[by.commune, by.cell]]])('waits for the district', (hands) => {
    const own = entered(hands);
    expect(waitsFor(viewer(by.district), own, true)).toBe(true);
    expect(waitsFor(viewer(by.commune), own, false)).toBe(false);
    expect(waitsFor(viewer(actor('commune', commune, 'second-account')), own, false)).toBe(false);
    expect(waitsFor(viewer(by.district), { ...own, state: 'confirmed', by: { ...group } }, true)).toBe(false);
  });
});

describe('nobody reviews an own entry', () => {
  it('whatever the role, the account or the order of hands', () => {
    const actors = fc.constantFrom(by.cell, by.commune, by.district, actor('commune', commune, 'second-account'));
    fc.assert(
      fc.property(fc.array(actors, { minLength: 1, maxLength: 4 }), actors, fc.boolean(), (hands, who, closed) => {
        const own = hands.some(({ user, unit }) => user === who.user || unit === who.unit);
        expect(isOwnEntry(viewer(who), hands)).toBe(own);
        if (own) expect(waitsFor(viewer(who), entered(hands, {}, { inSample: true }), closed)).toBe(false);
      }),
    );
  });

  it('nor what a unit entered that the own one carries on', () => {
    const heir = {
      ...viewer(actor('commune', 'hiep-hoa.moi')),
      forebears: [{ id: commune, from: '2019-03', to: '2021-02', open: true }],
    } as unknown as Viewer;
    expect(isOwnEntry(heir, [by.commune])).toBe(true);
    expect(isOwnEntry(heir, [by.cell])).toBe(false);
  });
});

it('counts what waits, one by one', () => {
  const all = [entered([by.cell]), entered([by.commune]), entered([by.cell], { state: 'confirmed' })];
  expect(countWaiting(viewer(by.commune), all, false)).toBe(1);
  expect(countWaiting(viewer(by.district), all, false)).toBe(1);
});

it('the sample is about one in so many, and the same whoever asks', () => {
  const ids = Array.from({ length: 5000 }, (_, n) => ({
    id: reportIdOf({ cell: `hiep-hoa.thanh-van.c${n}`, date: day('2021-02-03'), kind: 'regular' }),
    firstReceivedAt: new Date(Date.UTC(2021, 1, 4) + n * 977).toISOString(),
  }));
  const sampled = ids.filter(isSampled);
  expect(sampled.length).toBeGreaterThan((5000 / SAMPLED_OF) * 0.85);
  expect(sampled.length).toBeLessThan((5000 / SAMPLED_OF) * 1.15);
  expect(ids.filter(isSampled)).toEqual(sampled);
});

describe('a working group judges a meeting', () => {
  const third = { ...group, group: 3 };

  it.each([
    ['that the report says one attended', { attendedBy: 'both' }, [], true],
    ['that the commune alone attended', { attendedBy: 'commune' }, [], false],
    ['of which the report says nothing', {}, [], false],
    ['that its own member has told of', { attendedBy: 'none' }, [{ group: 3 }], true],
    ['that another group has told of', { attendedBy: 'none' }, [{ group: 4 }], false],
  ] as const)('%s', (_, report, visits, judges) => {
    expect(hasAttended(third, report, visits)).toBe(judges);
  });

  it('while others judge without having attended', () => {
    expect(hasAttended(viewer(by.commune), {})).toBe(true);
  });
});
