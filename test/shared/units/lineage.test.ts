import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, standsIn } from '#shared/period.ts';
import { directoryWithHeirs, heirIn } from '#shared/units/directory-with-heirs.ts';
import { lineageOf, rootsBefore } from '#shared/units/lineage.ts';
import { isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const until = (to: string, changes: Partial<Unit> = {}) => ({ to: month(to), ...changes });
const since = (from: string, predecessors: readonly string[], changes: Partial<Unit> = {}) => ({
  from: month(from),
  predecessors,
  ...changes,
});

/** Two reforms, as they were: of xã Thái Sơn and xã Hùng Sơn came Hùng Thái, and of that with Hợp Thịnh another one. */
const units = [
  aUnit('h'),
  aUnit('h.thai-son', until('2024-12')),
  aUnit('h.thai-son.bac', until('2024-12')),
  aUnit('h.thai-son.nam', until('2024-12')), // abolished
  aUnit('h.hung-son', until('2024-12')),
  aUnit('h.hung-son.dong', until('2024-12')),
  aUnit('h.hung-thai', { ...since('2025-01', ['h.thai-son', 'h.hung-son']), ...until('2025-06') }),
  aUnit('h.hung-thai.bac', { ...since('2025-01', ['h.thai-son.bac']), ...until('2025-06') }),
  aUnit('h.hung-thai.dong', { ...since('2025-01', ['h.hung-son.dong']), ...until('2025-06') }),
  aUnit('h.hop-thinh', until('2025-06')),
  aUnit('h.moi', since('2025-07', ['h.hung-thai', 'h.hop-thinh'])),
  aUnit('h.moi.bac', since('2025-07', ['h.hung-thai.bac', 'h.hung-thai.dong'])),
  aUnit('h.thang', until('2025-06')),
  aUnit('h.thang.mot', until('2025-06')),
  aUnit('h.thang.hai', until('2025-06')),
  aUnit('h.thang-tay', since('2025-07', ['h.thang'])),
  aUnit('h.thang-tay.mot', since('2025-07', ['h.thang.mot'])),
  aUnit('h.thang-dong', since('2025-07', ['h.thang'], { carriesOn: [] })),
  aUnit('h.thang-dong.hai', since('2025-07', ['h.thang.hai'])),
  aUnit('h.early', since('2020-01', ['h.standing'])),
  aUnit('h.standing'),
];
const lineage = lineageOf(units);

describe('who carries on a unit', () => {
  it.each([
    ['h.thai-son', '2024-12', 'h.thai-son'], // itself, while it stands
    ['h.thai-son', '2025-01', 'h.hung-thai'],
    ['h.thai-son', '2025-07', 'h.moi'], // through two reforms
    ['h.hung-son.dong', '2026-01', 'h.moi.bac'],
    ['h.thai-son.nam', '2025-01', undefined], // abolished
    ['h.thang', '2025-07', 'h.thang-tay'], // the part that takes on what is open
    ['h.standing', '2026-01', 'h.standing'], // who has not ended has no heir, whatever another says of itself
    ['h.thai-son', '2018-12', undefined],
    ['h.nowhere', '2025-07', undefined],
  ])('%s in %s: %s', (id, of, heir) => {
    expect(lineage.heirOf(id, month(of))?.id).toBe(heir);
  });

  it('what an abolished cell left is of its commune’s heir', () => {
    expect(lineage.keeperOf('h.thai-son.nam', month('2025-01'))?.id).toBe('h.hung-thai');
    expect(lineage.keeperOf('h.thai-son.nam', month('2025-07'))?.id).toBe('h.moi');
  });

  it.each([
    ['h.thai-son', ['h.moi']], // merged, and merged again
    ['h.thang', ['h.thang-tay', 'h.thang-dong']], // parted
    ['h.moi', []], // stands
    ['h.nowhere', []],
  ])('%s became %j', (id, expected) => {
    expect(lineage.successorsOf(id).map((unit) => unit.id)).toEqual(expected);
  });

  it.each([
    ['h.moi', '2025-07', ['h.moi'], true],
    ['h.moi', '2025-06', ['h.hung-thai', 'h.hop-thinh'], true],
    ['h.moi', '2024-12', ['h.thai-son', 'h.hung-son', 'h.hop-thinh'], true],
    ['h.moi.bac', '2024-12', ['h.thai-son.bac', 'h.hung-son.dong'], true],
    ['h.thang-tay', '2025-06', ['h.thang'], false], // in parts
    ['h.thang-dong', '2025-06', ['h.thang'], false],
    ['h.thang-tay.mot', '2025-06', ['h.thang.mot'], true],
    ['h.thang', '2025-07', [], false],
    ['h.moi', '2018-12', [], true],
  ])('%s was in %s %j, whole: %s', (id, of, was, isWhole) => {
    const past = lineage.pastOf(id, month(of));
    expect(past.units.map((unit) => unit.id)).toEqual(was);
    expect(past.isWhole).toBe(isWhole);
  });

  it('a commune is not the sum of those before it if a cell went elsewhere, or came from elsewhere', () => {
    const gone = [...units, aUnit('h.other'), aUnit('h.other.b', since('2025-07', ['h.hop-thinh.b']))];
    const of = (all: readonly Unit[]) => lineageOf(all).pastOf('h.moi', month('2025-06')).isWhole;
    expect(of([...gone, aUnit('h.hop-thinh.b', until('2025-06'))])).toBe(false);
    const came = [...units, aUnit('h.other'), aUnit('h.moi.c', since('2025-07', ['h.other.c']))];
    expect(of([...came, aUnit('h.other.c', until('2025-06'))])).toBe(false);
    expect(of(units)).toBe(true);
  });
});

describe('the past of a scope', () => {
  const pastOf = (scope: string, of = '2025-07') =>
    lineage.forebearsOf([scope], month(of)).map(({ id, open }) => `${id}${open ? '' : ' closed'}`);

  it('of a merged commune: all before it, with the cells that were abolished', () => {
    expect(pastOf('h.moi')).toEqual(
      expect.arrayContaining(['h.thai-son', 'h.thai-son.nam', 'h.hung-thai', 'h.hung-son.dong', 'h.hop-thinh']),
    );
    expect(pastOf('h.moi')).toHaveLength(9);
  });

  it('of the parts: one has the commune and the past of all its cells, the other its own cells', () => {
    expect(pastOf('h.thang-tay')).toEqual(['h.thang', 'h.thang.mot', 'h.thang.hai closed']);
    expect(pastOf('h.thang-dong')).toEqual(['h.thang.hai']);
  });

  it('of a cell: those from which it came', () => {
    expect(pastOf('h.moi.bac')).toHaveLength(4);
    expect(pastOf('h.thang-tay.mot')).toEqual(['h.thang.mot']);
  });

  it('is nobody’s before the reform', () => {
    expect(pastOf('h.moi', '2024-12')).toEqual([]);
  });
});

describe('another root', () => {
  const old = [aUnit('h'), aUnit('h.x', until('2025-06')), aUnit('h.x.a', until('2025-06'))];
  const named = [aUnit('x', since('2025-07', ['h.x'])), aUnit('x.a', since('2025-07', ['h.x.a']))];
  const given = [aUnit('h'), aUnit('h.x', until('2025-06', { successors: ['x'] })), aUnit('h.x.a', until('2025-06'))];

  it('gets only what the unit’s own root gives it', () => {
    expect(lineageOf([...old, ...named]).forebearsOf(['x'], month('2025-07'))).toEqual([]);
    const ids = lineageOf([...given, ...named]).forebearsOf(['x'], month('2025-07'));
    expect(ids.map(({ id }) => id)).toEqual(['h.x', 'h.x.a']);
    const thief = [aUnit('y', since('2025-07', ['h.x']))];
    expect(lineageOf([...given, ...named, ...thief]).forebearsOf(['y'], month('2025-07'))).toEqual([]);
  });

  it('has it alone: in the root that gave it, it counts nowhere', () => {
    const gave = directoryWithHeirs(month('2025-07'), given, []);
    expect([heirIn(gave, 'h.x'), heirIn(gave, 'h.x.a')]).toEqual(['x', 'x']);
    expect(lineageOf(given).keeperOf('h.x.a', month('2025-07'))).toBeUndefined();
    expect(directoryWithHeirs(month('2025-06'), given, []).heirs).toBeUndefined();
    const got = directoryWithHeirs(month('2025-07'), [...named, ...given], []);
    expect([heirIn(got, 'h.x'), heirIn(got, 'h.x.a')]).toEqual(['x', 'x']);
  });

  it('gets what is open only if it is the first to whom it was given', () => {
    const both = [
      aUnit('h'),
      aUnit('h.x', until('2025-06', { successors: ['x', 'y'] })),
      aUnit('x', since('2025-07', ['h.x'])),
      aUnit('y', since('2025-07', ['h.x'])),
    ];
    const seenBy = (root: string) =>
      lineageOf(both.filter(({ id }) => id === root || isWithin(id, 'h'))).forebearsOf([root], month('2025-07'));
    expect([seenBy('x').length, seenBy('y').length]).toEqual([1, 0]);
  });

  it('gets nothing of a unit that stands', () => {
    const stands = [aUnit('h'), aUnit('h.x', { successors: ['x'] })];
    expect(lineageOf([...stands, ...named]).forebearsOf(['x'], month('2025-07'))).toEqual([]);
  });

  it('is read only where a predecessor names it', () => {
    expect(rootsBefore(named)).toEqual(['h']);
    expect(rootsBefore(units)).toEqual([]);
  });
});

it('a directory says whose things count where; one without a reform says nothing', () => {
  const directory = directoryWithHeirs(month('2025-07'), units, []);
  expect(heirIn(directory, 'h.thai-son.nam')).toBe('h.moi');
  expect(heirIn(directory, 'h.moi.bac')).toBe('h.moi.bac');
  expect(directoryWithHeirs(month('2024-12'), units, []).heirs).toBeUndefined();
  expect(directoryWithHeirs(month('2025-07'), [aUnit('h'), aUnit('h.a', until('2025-06'))], []).heirs).toBeUndefined();
});

describe('after any reforms', () => {
  /** Generations of four units, each made of some of those before it, some of which are abolished. */
  const reforms = fc
    .array(fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((generations) => {
      const first = month('2020-01');
      const last = generations.length;
      return [
        aUnit('h'),
        ...[[[], [], [], []] as number[][], ...generations].flatMap((generation, at) =>
          generation.map((from, n) =>
            aUnit(`h.g${at}-${n}`, {
              from: addMonths(first, at * 3),
              ...(at < last && { to: addMonths(first, at * 3 + 2) }),
              ...(from.length > 0 && { predecessors: from.map((each) => `h.g${at - 1}-${each}`) }),
            }),
          ),
        ),
      ];
    });
  const months = fc.integer({ min: 0, max: 14 }).map((count) => addMonths(month('2020-01'), count));

  it('an heir stands, and the heir of an heir is the heir', () => {
    fc.assert(
      fc.property(reforms, months, months, (all, a, b) => {
        const { heirOf } = lineageOf(all);
        const [early, late] = a < b ? [a, b] : [b, a];
        for (const { id, from } of all) {
          const heir = heirOf(id, late);
          if (heir) expect(standsIn(late, heir)).toBe(true);
          const first = heirOf(id, early);
          if (from <= early && first) expect(heirOf(first.id, late)?.id).toBe(heir?.id);
        }
      }),
    );
  });

  it('what is open at a unit is open at one unit at most', () => {
    fc.assert(
      fc.property(reforms, months, (all, of) => {
        const { forebearsOf } = lineageOf(all);
        const standing = all.filter((unit) => unit.level === 'commune' && standsIn(of, unit)).map(({ id }) => id);
        const open = standing.flatMap((id) => forebearsOf([id], of).flatMap((each) => (each.open ? [each.id] : [])));
        expect(new Set(open).size).toBe(open.length);
        const within = (id: UnitId) => isWithin(id, 'h');
        expect(forebearsOf(['h'], of).every(({ id }) => within(id))).toBe(true);
      }),
    );
  });
});
