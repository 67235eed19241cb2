import { parseArgs } from 'node:util';
import { coldStartFigures } from '#test/bench/cold-start.ts';
import { costFigures } from '#test/bench/cost.ts';
import { exportFigures } from '#test/bench/export-figures.ts';
import type { Figure } from '#test/bench/figures.ts';
import { fillingFigures } from '#test/bench/filling.ts';
import { floodFigures } from '#test/bench/flood.ts';
import { formFigures } from '#test/bench/form.ts';
import { inputFigures } from '#test/bench/input.ts';
import { here, keep, readKept, tableOf, writeKept } from '#test/bench/kept.ts';
import { pageFigures } from '#test/bench/pages.ts';
import { phoneFigures } from '#test/bench/phones.ts';
import { requestFigures } from '#test/bench/requests.ts';
import { rollUpFigures } from '#test/bench/roll-up.ts';
import { soakFigures } from '#test/bench/soak.ts';
import { submitFigures } from '#test/bench/submit.ts';
import { largeFigures, weekFigures } from '#test/bench/week.ts';

/** By the names that choose them. */
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  input: inputFigures,
  pages: pageFigures,
  week: weekFigures,
  large: largeFigures,
  form: formFigures,
  filling: fillingFigures,
  start: coldStartFigures,
  submit: submitFigures,
  phones: phoneFigures,
  requests: () => requestFigures(),
  flood: floodFigures,
  soak: soakFigures,
  'roll-up': () => rollUpFigures(1, 5),
  'large-roll-up': () => rollUpFigures(27, 1),
  exports: exportFigures,
  cost: costFigures,
};

/**
 * `npm run bench [-- part… --json --keep]`: the figures that a change may have moved, each against its floor in the same
 * run; of all parts or of those that are named. The JSON has more than the table: every page of its own. `--keep` keeps
 * it in `measured.json` for the next reader and writes the README's table.
 */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, keep: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`);

const figures: Figure[] = [];
const known = readKept();
// What is kept on the way changes the working tree.
const { commit } = here();
for (const [part, measure] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(part)) continue;
  const run = { ...here(), commit };
  const start = performance.now();
  const measured = await measure();
  figures.push(...measured);
  const seconds = Math.round((performance.now() - start) / 1000);
  if (values.keep) writeKept(keep(readKept(), part, { ...run, seconds, figures: measured }));
}
const earlier = Object.values(known).flatMap(({ now }) => now.figures);
console.log(values.json ? JSON.stringify(figures, null, 2) : tableOf(figures, earlier));
