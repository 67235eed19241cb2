import { parseArgs } from 'node:util';
import { coldStartFigures } from '#test/bench/cold-start.ts';
import { costFigures } from '#test/bench/cost.ts';
import { exportFigures } from '#test/bench/export-figures.ts';
import { type Figure, tableOf } from '#test/bench/figures.ts';
import { fillingFigures } from '#test/bench/filling.ts';
import { formFigures } from '#test/bench/form.ts';
import { inputFigures } from '#test/bench/input.ts';
import { pageFigures } from '#test/bench/pages.ts';
import { phoneFigures } from '#test/bench/phones.ts';
import { rollUpFigures } from '#test/bench/roll-up.ts';
import { soakFigures } from '#test/bench/soak.ts';
import { submitFigures } from '#test/bench/submit.ts';
import { weekFigures } from '#test/bench/week.ts';

/** By the names that choose them. */
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  input: inputFigures,
  pages: pageFigures,
  week: weekFigures,
  form: formFigures,
  filling: fillingFigures,
  start: coldStartFigures,
  submit: submitFigures,
  phones: phoneFigures,
  soak: soakFigures,
  'roll-up': () => rollUpFigures(1),
  'large-roll-up': () => rollUpFigures(27),
  exports: exportFigures,
  cost: costFigures,
};

/**
 * `npm run bench [-- part… --json]`: the figures that a change may have moved, each against its floor in the same run;
 * of all parts or of those that are named. The JSON has more than the table: every page of its own.
 */
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`);

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await measure()));
}
console.log(values.json ? JSON.stringify(figures, null, 2) : tableOf(figures.filter(({ detail }) => !detail)));
