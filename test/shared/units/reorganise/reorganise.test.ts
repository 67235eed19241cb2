import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#shared/digest.ts';
import { addMonths } from '#shared/period.ts';
import { directoryFaults } from '#shared/units/directory-faults.ts';
import { standsAcross } from '#shared/units/reorganise/ended.ts';
import { parsePlan } from '#shared/units/reorganise/parse-plan.ts';
import { type Act, deeds, makesUnit } from '#shared/units/reorganise/plan.ts';
import { planFaults } from '#shared/units/reorganise/plan-faults.ts';
import { previewOf } from '#shared/units/reorganise/preview.ts';
import { reorganise } from '#shared/units/reorganise/reorganise.ts';
import { previewWords } from '#shared/units/reorganise/texts/reorganisation.ts';
import {
  directoryIn,
  isUnitId,
  isWithin,
  parentOf,
  renamed,
  standingIn,
  type Unit,
  unitIn,
} from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const from = month('2025-07');
const before = addMonths(from, -1);
const units = [
  aUnit('h', { name: 'H', kind: 'huyện' }),
  aUnit('h.a', { name: 'A', kind: 'xã' }),
  aUnit('h.a.x', { name: 'X' }),
  aUnit('h.a.y', { name: 'Y' }),
  aUnit('h.b', { name: 'B', kind: 'xã' }),
  aUnit('h.b.x', { name: 'X' }),
  aUnit('h.b.old', { name: 'Cũ', to: month('2024-12') }),
  aUnit('h.c', { name: 'C', kind: 'thị trấn' }),
  aUnit('h.c.z', { name: 'Z', to: month('2026-12') }),
];
const carriedOut = (...acts: Act[]) => {
  expect(planFaults({ month: from, acts }, units)).toEqual([]);
  const done = reorganise({ month: from, acts }, units);
  expect(directoryFaults(done.units)).toEqual([]);
  return {
    ...done,
    unit: (id: string) => done.units.find((unit) => unit.id === id),
    heirs: Object.fromEntries(done.heirs),
  };
};

describe('a reorganisation', () => {
  it('merges communes: their cells go along under new ids, told apart by the commune from which they come', () => {
    const { unit, heirs } = carriedOut(
      { what: 'merge', from: 'h.a', to: 'h.n', name: 'N', kind: 'xã' },
      { what: 'merge', from: 'h.b', to: 'h.n' },
    );
    expect(heirs).toEqual({
      ...{ 'h.a': ['h.n'], 'h.b': ['h.n'] },
      ...{ 'h.a.x': ['h.n.x'], 'h.a.y': ['h.n.y'], 'h.b.x': ['h.n.x-b'] },
    });
    expect(unit('h.n')).toMatchObject({ name: 'N', kind: 'xã', level: 'commune', from, predecessors: ['h.a', 'h.b'] });
    expect(unit('h.n.x-b')).toMatchObject({ name: 'X', from, predecessors: ['h.b.x'] });
    expect([unit('h.a')?.to, unit('h.a.x')?.to, unit('h.b.old')?.to]).toEqual([before, before, '2024-12']);
  });

  it('merges into a commune that keeps its name: it is a new unit, to which the old one goes first', () => {
    const { unit, heirs } = carriedOut({ what: 'merge', from: 'h.b', to: 'h.a' });
    expect(unit('h.a-2')).toMatchObject({ name: 'A', kind: 'xã', predecessors: ['h.a', 'h.b'] });
    expect(heirs['h.b.x']).toEqual(['h.a-2.x-b']);
  });

  it('merges into a commune that is named among those that merge', () => {
    const { unit, heirs } = carriedOut(
      { what: 'merge', from: 'h.a', to: 'h.a' },
      { what: 'merge', from: 'h.b', to: 'h.a' },
    );
    expect(unit('h.a-2')?.predecessors).toEqual(['h.a', 'h.b']);
    expect(heirs).toMatchObject({ 'h.a': ['h.a-2'], 'h.b': ['h.a-2'] });
  });

  it('splits a commune: the first part carries on, and cells go where the plan moves them', () => {
    const { unit, heirs } = carriedOut(
      { what: 'split', from: 'h.a', to: 'h.a1', name: 'A1' },
      { what: 'split', from: 'h.a', to: 'h.a2', name: 'A2' },
      { what: 'move', from: 'h.a.y', to: 'h.a2' },
    );
    expect(heirs).toEqual({ 'h.a': ['h.a1', 'h.a2'], 'h.a.x': ['h.a1.x'], 'h.a.y': ['h.a2.y'] });
    expect(unit('h.a1')?.carriesOn).toBeUndefined();
    expect(unit('h.a2')).toMatchObject({ kind: 'xã', predecessors: ['h.a'], carriesOn: [] });
  });

  it('merges and splits cells, also of communes that merge', () => {
    const { heirs, unit } = carriedOut(
      { what: 'merge', from: 'h.a', to: 'h.n', name: 'N' },
      { what: 'merge', from: 'h.b', to: 'h.n' },
      { what: 'merge', from: 'h.a.x', to: 'h.n.xx', name: 'XX' },
      { what: 'merge', from: 'h.b.x', to: 'h.n.xx' },
      { what: 'split', from: 'h.c.z', to: 'h.c.z1', name: 'Z1' },
      { what: 'split', from: 'h.c.z', to: 'h.n.z2', name: 'Z2' },
    );
    expect(heirs).toMatchObject({ 'h.a.x': ['h.n.xx'], 'h.b.x': ['h.n.xx'], 'h.c.z': ['h.c.z1', 'h.n.z2'] });
    expect(unit('h.n.xx')).toMatchObject({ level: 'cell', predecessors: ['h.a.x', 'h.b.x'] });
    expect(unit('h.n.z2')?.carriesOn).toEqual([]);
  });

  it('renames without a new id, and abolishes with all below', () => {
    const { unit, heirs } = carriedOut(
      { what: 'rename', from: 'h.c', kind: 'phường' },
      { what: 'abolish', from: 'h.b' },
    );
    expect(heirs).toEqual({ 'h.b': [], 'h.b.x': [] });
    expect(unit('h.c')?.names).toHaveLength(2);
    expect(standingIn(before, [unit('h.c') as Unit])[0]?.kind).toBe('thị trấn');
  });

  it('gives communes to a new board above them, and the district ends when the last has gone', () => {
    const { unit, heirs } = carriedOut(
      { what: 'root', from: 'h', to: 'n', name: 'N', kind: 'xã' },
      { what: 'root', from: 'h', to: 'm', name: 'M', kind: 'phường' },
      { what: 'merge', from: 'h.a', to: 'n.n', name: 'N' },
      { what: 'merge', from: 'h.b', to: 'n.n' },
      { what: 'move', from: 'h.c', to: 'm' },
    );
    expect(unit('h')?.to).toBe(before);
    expect(unit('n')).toMatchObject({ level: 'district', kind: 'xã', from, predecessors: ['h'] });
    expect(unit('m')).toMatchObject({ kind: 'phường', carriesOn: [] });
    expect(heirs).toMatchObject({
      h: ['n', 'm'],
      'h.a': ['n.n'],
      'h.c': ['m.c'],
      'h.b.x': ['n.n.x-b'],
      'h.c.z': ['m.c.z'],
    });
    expect(unit('m.c.z')?.to).toBe('2026-12');
  });

  it('a district that keeps a commune goes on', () => {
    const { unit } = carriedOut(
      { what: 'root', from: 'h', to: 'n', name: 'N', kind: 'xã' },
      { what: 'move', from: 'h.c', to: 'n' },
    );
    expect(unit('h')?.to).toBeUndefined();
  });

  it('later names go to the successor, and earlier ones stay', () => {
    const later = renamed(
      renamed(units[1] as Unit, { name: 'A2', kind: 'xã' }, month('2024-01')),
      { name: 'A3', kind: 'xã' },
      month('2026-01'),
    );
    const given = units.map((unit) => (unit.id === 'h.a' ? later : unit));
    const done = reorganise(
      {
        month: from,
        acts: [
          { what: 'root', from: 'h', to: 'n', name: 'N' },
          { what: 'move', from: 'h.a', to: 'n' },
        ],
      },
      given,
    );
    expect(directoryFaults(done.units)).toEqual([]);
    const called = (id: string, at: string) =>
      directoryIn(
        month(at),
        done.units.filter((unit) => unit.id.startsWith(id.split('.')[0] ?? '')),
        [],
      ).communes.find((unit) => unit.id === id)?.name;
    expect([
      called('h.a', '2023-01'),
      called('h.a', '2025-06'),
      called('n.a', '2025-07'),
      called('n.a', '2026-01'),
    ]).toEqual(['A', 'A2', 'A2', 'A3']);
  });

  it.each<[string, Act[], string]>([
    ['nothing', [], 'nothing'],
    ['a unit that is not there', [{ what: 'abolish', from: 'h.q' }], 'unknown-unit'],
    ['a unit that has ended', [{ what: 'abolish', from: 'h.b.old' }], 'unknown-unit'],
    [
      'two acts on one unit',
      [
        { what: 'abolish', from: 'h.a' },
        { what: 'rename', from: 'h.a', name: 'Q' },
      ],
      'twice',
    ],
    [
      'a name for what merges',
      [
        { what: 'merge', from: 'h.b', to: 'h.a' },
        { what: 'rename', from: 'h.a', name: 'Q' },
      ],
      'twice',
    ],
    [
      'a chain of mergers',
      [
        { what: 'merge', from: 'h.a', to: 'h.b' },
        { what: 'merge', from: 'h.b', to: 'h.c' },
      ],
      'chain',
    ],
    [
      'mergers in a circle',
      [
        { what: 'merge', from: 'h.a', to: 'h.b' },
        { what: 'merge', from: 'h.b', to: 'h.a' },
      ],
      'chain',
    ],
    ['a merger of a unit into itself', [{ what: 'merge', from: 'h.a', to: 'h.a' }], 'into-itself'],
    [
      'a merger of a unit into itself under a new name',
      [{ what: 'merge', from: 'h.a', to: 'h.a', name: 'Q' }],
      'into-itself',
    ],
    ['a part that is the whole', [{ what: 'split', from: 'h.a', to: 'h.a', name: 'Q' }], 'into-itself'],
    ['a part under the id of another', [{ what: 'split', from: 'h.a', to: 'h.b', name: 'Q' }], 'taken'],
    ['a board under the id of the district', [{ what: 'root', from: 'h', to: 'h', name: 'Q' }], 'taken'],
    [
      'another name for what ends with the unit above',
      [
        { what: 'rename', from: 'h.a.x', name: 'Q' },
        { what: 'abolish', from: 'h.a' },
      ],
      'under-ended',
    ],
    [
      'a cell moved under what ends',
      [
        { what: 'move', from: 'h.b.x', to: 'h.a' },
        { what: 'abolish', from: 'h.a' },
      ],
      'under-ended',
    ],
    ['an end that names where it goes', [{ what: 'abolish', from: 'h.a', to: 'h.b' }], 'too-much'],
    ['a new name that names another unit', [{ what: 'rename', from: 'h.a', to: 'h.q', name: 'Q' }], 'too-much'],
    [
      'two names of one new unit',
      [
        { what: 'merge', from: 'h.a', to: 'h.n', name: 'N', kind: 'xã' },
        { what: 'merge', from: 'h.b', to: 'h.n', name: 'M', kind: 'xã' },
      ],
      'differs',
    ],
    [
      'two kinds of one new unit',
      [
        { what: 'merge', from: 'h.a', to: 'h.n', name: 'N', kind: 'xã' },
        { what: 'merge', from: 'h.b', to: 'h.n', kind: 'phường' },
      ],
      'differs',
    ],
    [
      'two new units of one name',
      [
        { what: 'merge', from: 'h.a', to: 'h.n', name: 'N', kind: 'xã' },
        { what: 'merge', from: 'h.b', to: 'h.m', name: 'N' },
      ],
      'same-name',
    ],
    [
      'a new unit and another by a new name alike',
      [
        { what: 'merge', from: 'h.b', to: 'h.a' },
        { what: 'rename', from: 'h.c', name: 'A', kind: 'xã' },
      ],
      'same-name',
    ],
    ['the end of the whole district', [{ what: 'abolish', from: 'h' }], 'ends-district'],
    ['a merger without a name', [{ what: 'merge', from: 'h.b', to: 'h.q' }], 'no-name'],
    ['a merger into nothing', [{ what: 'merge', from: 'h.b' }], 'no-target'],
    ['a cell under a district', [{ what: 'move', from: 'h.a.x', to: 'h' }], 'wrong-level'],
    ['a cell where it is already', [{ what: 'move', from: 'h.a.x', to: 'h.a' }], 'no-target'],
    ['a commune in a cell', [{ what: 'merge', from: 'h.a', to: 'h.b.x', name: 'Q' }], 'wrong-level'],
    ['a merger elsewhere', [{ what: 'merge', from: 'h.a', to: 'q.a', name: 'Q' }], 'no-target'],
    ['an id with capitals', [{ what: 'merge', from: 'h.a', to: 'h.Q', name: 'Q' }], 'bad-id'],
    ['a new name that is none', [{ what: 'rename', from: 'h.a' }], 'no-name'],
  ])('is refused for %s', (_, acts, code) => {
    expect(planFaults({ month: from, acts: acts.map((act, line) => ({ ...act, line })) }, units)[0]).toMatchObject({
      code,
    });
  });

  it('names every line that takes part in a contradiction', () => {
    const acts: Act[] = [
      { what: 'merge', from: 'h.a', to: 'h.n', name: 'N', line: 2 },
      { what: 'abolish', from: 'h.c', line: 3 },
      { what: 'merge', from: 'h.b', to: 'h.n', name: 'M', line: 4 },
    ];
    expect(planFaults({ month: from, acts }, units)).toEqual([
      { code: 'differs', unit: 'h.a', line: 2 },
      { code: 'differs', unit: 'h.b', line: 4 },
    ]);
  });

  it('by the form makes as many communes as were named, also if their names read alike without marks', () => {
    const communes = units.filter(({ level, to }) => level === 'commune' && !to);
    const typed = { month: '7/2025', 'into.h.a': '1', 'into.h.b': '1', 'into.h.c': '2', 'into.h.d': '2' };
    const all = [...communes, aUnit('h.d', { name: 'D', kind: 'xã' })];
    const read = (name1: string, name2: string, boards = '') => {
      const parsed = parsePlan({ ...typed, name1, name2, boards }, 'h', all);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      return { codes: planFaults(parsed.plan, [...units, aUnit('h.d')]).map(({ code }) => code), ...parsed.plan };
    };
    for (const boards of ['', 'yes']) {
      const { acts, codes } = read('Đồng Tiến', 'Đông Tiên', boards);
      expect(codes).toEqual([]);
      expect(new Set(acts.filter(({ what }) => what === 'merge').map(({ to }) => to)).size).toBe(2);
      expect(new Set(read('Đồng Tiến', 'Đồng Tiến', boards).codes)).toEqual(new Set(['same-name']));
    }
  });

  it('says what it will do', () => {
    const acts: Act[] = [
      { what: 'merge', from: 'h.a', to: 'h.n', name: 'N' },
      { what: 'merge', from: 'h.b', to: 'h.n' },
      { what: 'abolish', from: 'h.c' },
    ];
    expect(previewOf({ month: from, acts }, units, reorganise({ month: from, acts }, units))).toEqual({
      communes: { before: 3, after: 1 },
      cellsMoved: 3,
      isFollowed: true,
      became: [{ from: ['xã A', 'xã B'], to: 'xã N', isNew: true }],
      abolished: ['thị trấn C', 'Z (thị trấn C)'],
      roots: [],
      sameNames: ['X (xã A)', 'X (xã B)'],
    });
  });
});

it.each<[string, Act[], string[]]>([
  ['a new name', [{ what: 'rename', from: 'h.a', name: 'Q' }], ['Xã A thành xã Q (đổi tên).']],
  ['a merger into one that names it', [{ what: 'merge', from: 'h.b', to: 'h.a' }], ['Xã A, xã B thành xã A (mới).']],
  [
    'a split',
    [
      { what: 'split', from: 'h.a', to: 'h.a1', name: 'A1' },
      { what: 'split', from: 'h.a', to: 'h.a2', name: 'A2' },
    ],
    ['Xã A thành xã A1 (mới).', 'Xã A thành xã A2 (mới).'],
  ],
  ['a cell that moves', [{ what: 'move', from: 'h.a.y', to: 'h.b' }], ['Y (xã A) thành Y (xã B) (mới).']],
])('names what becomes of what by %s', (_, acts, lines) => {
  const plan = { month: from, acts };
  const preview = previewOf(plan, units, reorganise(plan, units));
  expect(
    previewWords({ ...preview, accounts: 0 }, from, 'vi').filter((words) => / thành .*\((mới|đổi tên)\)/.test(words)),
  ).toEqual(lines);
});

it('points out a name that another beside has already', () => {
  const plan = { month: from, acts: [{ what: 'rename', from: 'h.a', name: 'B' } as const] };
  expect(previewOf(plan, units, reorganise(plan, units)).sameNames).toEqual(['xã B', 'xã B']);
});

it('says that something goes along only where something does', () => {
  const words = (...acts: Act[]) => {
    const plan = { month: from, acts };
    const preview = previewOf(plan, units, reorganise(plan, units));
    return previewWords({ ...preview, accounts: 0, matters: 0 }, from, 'vi').join('\n');
  };
  expect(words({ what: 'abolish', from: 'h.a' })).not.toMatch(/đi theo|chuyển theo/);
  expect(words({ what: 'rename', from: 'h.a', name: 'Q' })).not.toMatch(/đi theo|chuyển theo/);
  expect(words({ what: 'merge', from: 'h.a', to: 'h.b' })).toMatch(/cũng đi theo đơn vị kế tục/);
});

/** Acts on the communes and cells of a made-up district, of which some come to nothing. */
const acts = fc.array(
  fc
    .record({
      what: fc.constantFrom('rename', 'merge', 'split', 'move', 'abolish', 'root'),
      from: fc.constantFrom('h', 'h.c0', 'h.c1', 'h.c2', 'h.c3', 'h.c0.d0', 'h.c1.d0', 'h.c1.d1', 'h.c2.d0', 'h.c3.d2'),
      to: fc.constantFrom('h', 'n', 'm', 'h.c0', 'h.c1', 'h.n', 'n.n', 'm.c0', 'h.c0.d0', 'h.n.e', 'n.n.e', 'h.c2.e'),
      name: fc.constantFrom('N', 'M', 'P', 'Q', 'R', 'S'),
    })
    .map(({ what, from, to, name }): Act => {
      if (what === 'abolish') return { what, from };
      return what === 'rename' ? { what, from, name } : { what, from, to, name };
    }),
  { minLength: 1, maxLength: 9 },
);
const districts = fc
  .array(
    fc.record({
      cells: fc.integer({ min: 0, max: 3 }),
      ends: fc.constantFrom(undefined, '2024-12', '2025-07', '2026-03'),
    }),
    {
      minLength: 4,
      maxLength: 4,
    },
  )
  .map((communes): Unit[] => [
    aUnit('h'),
    ...communes.flatMap(({ cells, ends }, n) => [
      aUnit(`h.c${n}`),
      ...Array.from({ length: cells }, (_, k) => aUnit(`h.c${n}.d${k}`, k === 0 && ends ? { to: month(ends) } : {})),
    ]),
  ]);

/** The acts of a plan that hold together, one after the other. */
function sound(all: readonly Act[], given: readonly Unit[]): Act[] {
  const kept: Act[] = [];
  for (const act of all) {
    kept.push(act);
    if (planFaults({ month: from, acts: kept }, given).length > 0) kept.pop();
  }
  return kept;
}

const nameIn = (unit: Unit | undefined) => unit && unitIn(from, unit).name;

describe('any plan', () => {
  it('is carried out as each of its lines says', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(districts, acts, (given, drawn) => {
        const plan = { month: from, acts: sound(drawn, given) };
        if (plan.acts.length === 0) return;
        const { units: after, heirs } = reorganise(plan, given);
        const unit = (id: string | undefined) => after.find((each) => each.id === id);
        const heirsOf = (id: string) => heirs.get(id) ?? [id];
        for (const act of plan.acts) {
          seen.set(act.what, (seen.get(act.what) ?? 0) + 1);
          const became = heirsOf(act.from);
          if (act.what === 'abolish') expect(became).toEqual([]);
          if (act.what === 'rename') {
            expect(became).toHaveLength(1);
            expect(nameIn(unit(became[0]))).toBe(act.name);
          }
          if (act.what === 'move') {
            const under = unit(became[0]);
            expect(became).toHaveLength(1);
            const goesTo = after.filter(
              ({ id, predecessors = [] }) => id === act.to || predecessors.includes(act.to ?? ''),
            );
            expect(parentOf(under?.id ?? '')).toBeOneOf(goesTo.map(({ id }) => id));
          }
          if (act.what === 'merge' || act.what === 'split' || act.what === 'root') {
            // All that have the same new unit, and no others, go into one, which has the name of the lines.
            const own = plan.acts.filter(({ to }) => to === act.to).filter(makesUnit);
            const origins = new Set(own.map((each) => each.from));
            if (
              own.some(({ what }) => what === 'merge') &&
              given.some((each) => each.id === act.to && standsAcross(from, each))
            )
              origins.add(act.to ?? '');
            const news = after.filter(
              ({ from: since, predecessors = [] }) =>
                since === from && predecessors.length === origins.size && predecessors.every((id) => origins.has(id)),
            );
            expect(news.map(nameIn)).toContain(act.name);
            if (act.what === 'merge') expect(became).toHaveLength(1);
            if (act.what === 'merge') expect(news.map(({ id }) => id)).toContain(became[0]);
            if (act.what === 'split') expect(news.some(({ id }) => became.includes(id))).toBe(true);
          }
        }
        // What no line names, nor anything above it, stays.
        const named = plan.acts.flatMap((act) => [act.from, ...(act.what === 'merge' && act.to ? [act.to] : [])]);
        for (const id of heirs.keys()) expect(named.some((each) => isWithin(id, each))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect([...seen.keys()].sort()).toEqual([...deeds].sort());
  });

  it('leaves a sound directory, earlier months as they were, and no unit without an heir but those that are abolished', () => {
    let carried = 0;
    fc.assert(
      fc.property(districts, acts, (given, drawn) => {
        const plan = { month: from, acts: sound(drawn, given) };
        if (plan.acts.length === 0) return;
        const done = reorganise(plan, given);
        carried += 1;
        expect(directoryFaults(done.units)).toEqual([]);
        expect(done.units.every(({ id }) => isUnitId(id) && id.split('.').length <= 3)).toBe(true);
        for (const at of [addMonths(from, -7), before]) {
          const said = (of: readonly Unit[]) =>
            standingIn(at, of).map(({ id, name, kind }) => canonical({ id, name, kind }));
          expect(said(done.units)).toEqual(said(given));
        }
        const after = new Map(done.units.map((unit) => [unit.id, unit]));
        const later = new Set(standingIn(from, done.units).map(({ id }) => id));
        for (const { id } of given.filter((unit) => standsAcross(from, unit))) {
          const heirs = done.heirs.get(id);
          if (!heirs) expect(later).toContain(id);
          else expect(after.get(id)?.to).toBe(before);
          for (const heir of heirs ?? []) {
            expect(later).toContain(heir);
            expect(after.get(heir)?.predecessors).toContain(id);
          }
          const carriers = done.units.filter(({ predecessors = [], carriesOn = predecessors }) =>
            carriesOn.includes(id),
          );
          expect(carriers).toHaveLength(heirs && heirs.length > 0 ? 1 : 0);
        }
      }),
      { numRuns: 500 },
    );
    expect(carried).toBeGreaterThan(200);
  });
});
