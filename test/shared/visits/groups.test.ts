import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsBetween } from '#shared/period.ts';
import { type Assignment, groupsIn, memberName, reassign } from '#shared/visits/groups.ts';
import { month } from '#test/shared/samples.ts';

const communes = ['h.a', 'h.b', 'h.c'];
const first = month('2020-01');
const span = monthsBetween(first, addMonths(first, 24));
const none = undefined;

/** Who answers for each commune in a month. */
const held = (assignments: readonly Assignment[], of: Month) =>
  communes.map((commune) =>
    groupsIn(of, { groups: [1, 2, 3].map((number) => ({ number, members: [] })), assignments })
      .filter((group) => group.communes.includes(commune))
      .map(({ number }) => number),
  );

const changes = fc.array(
  fc.record({
    from: fc.constantFrom(...span),
    chosen: fc
      .array(fc.tuple(fc.constantFrom(...communes), fc.constantFrom(1, 2, 3, none)), { maxLength: 4 })
      .map((pairs) => new Map<string, number | undefined>(pairs)),
  }),
  { maxLength: 8 },
);
const after = (made: { from: Month; chosen: ReadonlyMap<string, number | undefined> }[]) =>
  made.reduce<Assignment[]>((list, { from, chosen }) => reassign(list, chosen, from), []);

describe('who answers for which commune', () => {
  it('is one group at most, in every month, whatever was changed', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...span), (made, of) => {
        for (const groups of held(after(made), of)) expect(groups.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stays what it was in the months before a change, and is what was chosen from then on', () => {
    fc.assert(
      fc.property(
        changes,
        fc.constantFrom(...span),
        fc.constantFrom(...communes),
        fc.constantFrom(1, none),
        (made, from, commune, group) => {
          const before = after(made);
          const changed = reassign(before, new Map([[commune, group]]), from);
          for (const of of span) {
            const [was, is] = [held(before, of), held(changed, of)];
            communes.forEach((each, at) => {
              const chosen = group === undefined ? [] : [group];
              expect(is[at]).toEqual(of >= from && each === commune ? chosen : was[at]);
            });
          }
        },
      ),
    );
  });

  it('that is chosen again changes nothing', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...span), (made, from) => {
        const once = after([...made, { from, chosen: new Map(communes.map((each) => [each, 1])) }]);
        expect(reassign(once, new Map(communes.map((each) => [each, 1])), addMonths(from, 1))).toEqual(once);
      }),
    );
  });

  it('is told with its months', () => {
    const [a] = communes as [string];
    const once = reassign([], new Map([[a, 1]]), first);
    expect(reassign(once, new Map([[a, 2]]), month('2020-07'))).toEqual([
      { commune: a, group: 1, from: '2020-01', to: '2020-06' },
      { commune: a, group: 2, from: '2020-07' },
    ]);
  });
});

it('a group says who is in it where somebody has been entered', () => {
  const members = [{ post: 'Chuyên viên', organ: 'Ban Tổ chức' }, { post: 'Trưởng phòng' }];
  const groups = [
    { number: 1, members },
    { number: 2, members: [] },
  ];
  expect(groupsIn(first, { groups, assignments: [] })).toEqual([
    { number: 1, name: 'Tổ công tác số 1', communes: [], members },
    { number: 2, name: 'Tổ công tác số 2', communes: [] },
  ]);
  expect(members.map(memberName)).toEqual(['Chuyên viên, Ban Tổ chức', 'Trưởng phòng']);
});
