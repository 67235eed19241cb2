import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from '#shared/period.ts';
import { directoryFaults } from '#shared/units/directory-faults.ts';
import { faultWords } from '#shared/units/texts/unit-faults.ts';
import { directoryIn, parentOf, type Unit } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const sound = [aUnit('h'), aUnit('h.a'), aUnit('h.a.x', { from: month('2020-01') }), aUnit('h.b')];
const changed = (id: string, changes: Partial<Unit>) =>
  sound.map((unit) => (unit.id === id ? { ...unit, ...changes } : unit));
const to = month('2021-06');

describe('a directory', () => {
  it('that holds together has no fault', () => {
    expect(directoryFaults(sound)).toEqual([]);
    expect(directoryFaults(changed('h.a.x', { to: month('2020-01') }))).toEqual([]);
  });

  it.each<[string, readonly Unit[], object]>([
    [
      'a unit that ends before it begins',
      changed('h.b', { to: month('2018-12') }),
      { unit: 'h.b', code: 'ends-before-it-begins', month: '2019-01' },
    ],
    [
      'a cell older than its commune',
      changed('h.a.x', { from: month('2018-12') }),
      { unit: 'h.a.x', code: 'begins-before-parent', other: 'h.a', month: '2019-01' },
    ],
    [
      'a commune that ends while a cell stands',
      changed('h.a', { to }),
      { unit: 'h.a.x', code: 'stands-after-parent-ended', other: 'h.a', month: to },
    ],
    [
      'a cell that ends after its commune',
      changed('h.a', { to }).map((unit) => (unit.id === 'h.a.x' ? { ...unit, to: addMonths(to, 1) } : unit)),
      { unit: 'h.a.x', code: 'stands-after-parent-ended', other: 'h.a', month: to },
    ],
    [
      'a cell that begins after its commune has ended',
      [...changed('h.b', { to }), aUnit('h.b.y', { from: month('2021-07') })],
      { unit: 'h.b.y', code: 'begins-after-parent-ended', other: 'h.b', month: to },
    ],
    ['a unit without the one above', [...sound, aUnit('h.c.y')], { unit: 'h.c.y', code: 'no-parent', other: 'h.c' }],
    ['the same unit twice', [...sound, aUnit('h.b')], { unit: 'h.b', code: 'twice' }],
    [
      'a predecessor that never was',
      changed('h.b', { predecessors: ['h.a', 'h.c'] }),
      { unit: 'h.b', code: 'no-predecessor', other: 'h.c' },
    ],
    [
      'a name from after the end',
      changed('h.b', {
        to,
        names: [
          { from: month('2019-01'), name: 'B', kind: '' },
          { from: month('2021-07'), name: 'C', kind: '' },
        ],
      }),
      { unit: 'h.b', code: 'name-outside-span', month: '2021-07' },
    ],
  ])('%s is named, with the way out in both languages', (_, units, fault) => {
    expect(directoryFaults(units)).toEqual([fault]);
    for (const lang of ['vi', 'en'] as const) {
      for (const each of directoryFaults(units)) expect(faultWords(each, lang)).toMatch(/^.+: .+\.$/);
    }
  });

  it('may name a predecessor of another district', () => {
    const units = changed('h.b', { predecessors: ['g.c'] });
    expect(directoryFaults(units)).toHaveLength(1);
    expect(directoryFaults(units, (id) => id === 'g.c')).toEqual([]);
  });
});

const someMonth = fc.integer({ min: 0, max: 30 }).map((n) => addMonths(month('2020-01'), n));
const span = fc.tuple(someMonth, fc.option(someMonth, { nil: undefined }));
const units = fc.array(span, { minLength: 6, maxLength: 6 }).map((spans) =>
  ['h', 'h.a', 'h.b', 'h.a.x', 'h.a.y', 'h.b.z'].map((id, at) => {
    const [from, end] = spans[at] as [Month, Month | undefined];
    return aUnit(id, { from, ...(end && { to: end }) });
  }),
);

/** The same units, each cut to the span of the one above; but for the district those of which nothing is left are not. */
function nested(all: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (const { to, ...unit } of all) {
    const parent = parentOf(unit.id);
    const above = kept.find(({ id }) => id === parent);
    if (parent && !above) continue;
    const from = [unit.from, above?.from ?? unit.from].sort().at(-1) as Month;
    const end = [to, above?.to].filter((each) => each !== undefined).sort()[0];
    if (end === undefined || end >= from) kept.push({ ...unit, from, ...(end && { to: end }) });
    else if (!parent) kept.push(unit);
  }
  return kept;
}

describe('any directory', () => {
  it('has of each month only units whose parents stand in it, sound or not', () => {
    fc.assert(
      fc.property(units, someMonth, (all, of) => {
        const { communes, cells } = directoryIn(of, all, []);
        const standing = new Set(communes.map(({ id }) => id));
        for (const { id } of cells) expect(standing.has(parentOf(id) ?? '')).toBe(true);
      }),
    );
  });

  it('whose spans lie within each other has no fault, and every unit in each month of its span', () => {
    fc.assert(
      fc.property(units, someMonth, (all, of) => {
        const inner = nested(all);
        expect(directoryFaults(inner)).toEqual([]);
        const { communes, cells } = directoryIn(of, inner, []);
        const spanned = inner.filter(({ from, to, level }) => level !== 'district' && from <= of && of <= (to ?? of));
        expect([...communes, ...cells].map(({ id }) => id).sort()).toEqual(spanned.map(({ id }) => id).sort());
      }),
    );
  });

  it('is sound if and only if every span lies within the one above and ends after it begins', () => {
    const within = (inner: Unit, outer: Unit) =>
      outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
    fc.assert(
      fc.property(units, (all) => {
        const byId = new Map(all.map((unit) => [unit.id, unit]));
        const holds = all.every((unit) => {
          const above = byId.get(parentOf(unit.id) ?? '');
          return unit.from <= (unit.to ?? unit.from) && (!above || within(unit, above));
        });
        expect(directoryFaults(all).length === 0).toBe(holds);
      }),
    );
  });
});
