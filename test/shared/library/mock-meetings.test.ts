import { describe, expect, it } from 'vitest';
import { demoLibrary } from '#infra/demo/library.ts';
import { demoTrainings } from '#infra/demo/trainings.ts';
import { stepsOf } from '#shared/norms/meeting-steps.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { fittingPieces } from '#shared/prepare/fitting-pieces.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';

const types = Object.keys(cellTypes) as CellType[];
const mockIn = (month: Month) => demoLibrary(month).filter(({ subject }) => subject === 'MAU');

describe.each(['2021-03', '2026-11'] as Month[])('the mock meetings of %s', (month) => {
  it.each(types)('have one for %s, with the steps and minutes of the regime and cases, marked as made up', (type) => {
    const [piece, ...others] = mockIn(month).filter((each) => each.types.includes(type));
    expect(others).toEqual([]);
    const { content = '', questions = '' } = piece ?? {};
    const regime = requireRegime(month);
    const length = Number(/buổi tập dài (\d+) phút/.exec(content)?.[1]);
    const shortest = { regular: length, withThematic: length };
    for (const { id, minutes } of stepsOf({ steps: regime.steps, shortest, thematic: false })) {
      expect(content).toContain(`${stepNames.vi[id]} (${minutes} phút).`);
    }
    const minutes = [...content.matchAll(/^\d+\. .* \((\d+) phút\)/gm)].map(([, each]) => Number(each));
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(length);
    const cases = content.match(/^Tình huống \d\./gm)?.length ?? 0;
    expect(cases >= 2 && cases <= 3).toBe(true);
    expect(questions.split('\n')).toHaveLength(cases);
    expect(content).toContain('Bài minh họa do nhóm làm phần mềm viết');
  });
});

it('are material of trainings, and no matter for the agenda of a real meeting', () => {
  const month = '2026-11' as Month;
  const mock = new Set(mockIn(month).map(({ number }) => number));
  const used = demoTrainings([], `${month}-27T03:00:00.000Z`).map(({ pieces }) =>
    pieces.filter((each) => mock.has(each)),
  );
  expect(used.map(({ length }) => length)).toEqual([0, 3, types.length]);
  for (const type of types) {
    const fitting = fittingPieces(demoLibrary(month), { type, agenda: { lines: [], subjects: [] } });
    expect(fitting.filter(({ number }) => mock.has(number))).toEqual([]);
  }
});
