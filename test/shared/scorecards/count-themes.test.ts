import { expect, it } from 'vitest';
import { countThemes, planInput } from '#shared/scorecards/count-themes.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { aUnit, current, month } from '#test/shared/samples.ts';

const [binh, an, dong] = ['binh', 'an', 'dong'].map((name) => aUnit(`hiep-hoa.thanh-van.${name}`));
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const plan = (cell = '', quarters = { 1: { theme: 'HCM' } } as object) =>
  ({ cell, year: '2021' as Year, quarters, revision: 1, by, at: '2021-01-05T02:00:00.000Z' }) as const;
const plans = new Map([
  [binh?.id ?? '', plan(binh?.id)],
  [an?.id ?? '', plan(an?.id)],
  [dong?.id ?? '', plan(dong?.id, { 2: { theme: 'MT' } })],
]);
const held = current({ kind: 'thematic' });

it('of the cells that planned one for the quarter, those that held one in it, in this month or an earlier one', () => {
  const cells = [
    { cell: binh, reports: [held], before: [] },
    { cell: an, reports: [current()], before: [] },
    { cell: dong, reports: [held], before: [] },
  ] as unknown as Parameters<typeof countThemes>[1];
  const count = (given = cells) => mergeAll(countThemes(month('2021-02'), given, plans).map(({ tally }) => tally));
  expect(count()).toEqual({ themesPlanned: 2, themesHeld: 1 });
  expect(count(cells.map((each) => ({ ...each, before: [held] })))).toEqual({ themesPlanned: 2, themesHeld: 2 });
  expect(countThemes(month('2021-02'), cells, new Map())).toEqual([]);
});

it('names a plan by what it is about, and not by its titles', () => {
  const titled = plan(binh?.id, { 1: { theme: 'HCM', title: 'Nêu gương' } });
  expect(planInput(titled)).toBe(planInput(plan(binh?.id)));
  expect(planInput(plan(binh?.id, { 1: { theme: 'MT' } }))).not.toBe(planInput(titled));
});
