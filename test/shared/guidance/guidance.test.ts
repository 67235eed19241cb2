import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Audience,
  audiences,
  type GuidanceRevision,
  isFor,
  newestGuidance,
  type Opening,
  openedBy,
  parseGuidance,
} from '#shared/guidance/guidance.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const february = month('2021-02');
const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const at = '2021-02-01T00:30:00.000Z';
const published = (audience: Audience, revision = 1): GuidanceRevision => ({
  month: february,
  audience,
  text: `${audience} ${revision}`,
  revision,
  by,
  at,
});

describe('what is typed', () => {
  it('is kept composed, in lines, without blanks around it', () => {
    const typed = { audience: 'thon', text: ` ${'Bàn việc làng'.normalize('NFD')}\r\nthu quỹ ` };
    const guidance = { month: february, audience: 'thon', text: 'Bàn việc làng\nthu quỹ' };
    expect(parseGuidance(typed, february)).toEqual({ ok: true, guidance });
  });

  it.each([
    [{ audience: 'all', text: ' \n ' }, [{ field: 'text', code: 'required' }]],
    [{ audience: 'all' }, [{ field: 'text', code: 'required' }]],
    [{ audience: 'all', text: 'x'.repeat(6001) }, [{ field: 'text', code: 'too-long', params: { max: 6000 } }]],
    [{ audience: 'xom', text: 'x' }, [{ field: 'audience', code: 'not-a-choice' }]],
    [{ audience: 'toString', text: 'x' }, [{ field: 'audience', code: 'not-a-choice' }]],
    [{ text: 'x' }, [{ field: 'audience', code: 'required' }]],
    [
      { audience: 'all', text: 'x', month: '2021-03' },
      [{ field: 'month', code: 'unknown-field', params: { name: 'month' } }],
    ],
  ])('%j is refused at its field', (typed, errors) => {
    expect(parseGuidance(typed, february)).toEqual({ ok: false, errors });
  });

  it('may have every audience and as many characters as are said', () => {
    for (const audience of audiences) {
      expect(parseGuidance({ audience, text: 'x'.repeat(6000) }, february).ok).toBe(true);
    }
  });
});

it.each([
  ['all', [], true],
  ['all', ['thon'], true],
  ['thon', ['thon', 'y-te'], true],
  ['thon', ['y-te'], false],
  ['thon', [], false],
  ['khac', [undefined], false], // a cell whose type nobody has entered reads what is for all
] as const)('%s is for cells of %j: %s', (audience, types, says) => {
  expect(isFor(audience, new Set<CellType | undefined>(types))).toBe(says);
});

it('of each orientation the newest revision stands, in whatever order they come, the one for all first', () => {
  const some = fc.uniqueArray(
    fc.record({ audience: fc.constantFrom(...audiences), revision: fc.integer({ min: 1, max: 12 }) }),
    { selector: ({ audience, revision }) => `${audience} ${revision}` },
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const revisions = drawn.map(({ audience, revision }) => published(audience, revision));
      const newest = newestGuidance(revisions);
      expect(newest).toEqual(newestGuidance(revisions.toReversed()));
      expect(newest.map(({ audience }) => audience)).toEqual(
        audiences.filter((each) => drawn.some(({ audience }) => audience === each)),
      );
      for (const each of newest) {
        const same = drawn.filter(({ audience }) => audience === each.audience);
        expect(each.revision).toBe(Math.max(...same.map(({ revision }) => revision)));
      }
    }),
  );
});

describe('who has opened it', () => {
  const communes = [aUnit('hiep-hoa.thanh-van'), aUnit('hiep-hoa.thanh-van-2'), aUnit('hiep-hoa.khong-chi-bo')];
  const cells = [
    aUnit('hiep-hoa.thanh-van.thanh-binh', { type: 'thon' }),
    aUnit('hiep-hoa.thanh-van.thcs', { type: 'truong-hoc' }),
    aUnit('hiep-hoa.thanh-van-2.dong', { type: 'thon' }),
  ];
  const opening = (unit: string, changes: Partial<Opening> = {}): Opening => ({
    month: february,
    audience: 'all',
    revision: 2,
    unit,
    at: '2021-02-02T01:00:00.000Z',
    ...changes,
  });
  const opened = (guidance: GuidanceRevision, openings: readonly Opening[]) => {
    const { communes: listed, ...rest } = openedBy(guidance, openings, { communes, cells });
    return { ...rest, communes: listed.map(({ commune, at: when }) => [commune.id, when]) };
  };

  it('are communes it is for, each by itself; cells and groups are told apart', () => {
    const openings = [
      opening('hiep-hoa.thanh-van-2'),
      opening('hiep-hoa.thanh-van.thcs'),
      opening('hiep-hoa', { group: 7 }),
      opening('hiep-hoa', { group: 3 }),
    ];
    expect(opened(published('all', 2), openings)).toMatchObject({
      communes: [
        ['hiep-hoa.thanh-van', undefined],
        ['hiep-hoa.thanh-van-2', '2021-02-02T01:00:00.000Z'],
      ],
      cells: 1,
      groups: [3, 7],
    });
  });

  it('an earlier revision, or another orientation, counts for nothing', () => {
    const openings = [
      opening('hiep-hoa.thanh-van', { revision: 1 }),
      opening('hiep-hoa.thanh-van', { audience: 'thon' }),
    ];
    expect(opened(published('all', 2), openings).communes.map(([, when]) => when)).toEqual([undefined, undefined]);
  });

  it('what is for one type asks only communes with such cells', () => {
    expect(opened(published('truong-hoc'), []).communes).toEqual([['hiep-hoa.thanh-van', undefined]]);
    expect(opened(published('htx'), []).communes).toEqual([]);
  });
});

it('there is an audience for every type of cell', () => {
  expect(audiences).toEqual(['all', ...Object.keys(cellTypes)]);
});
