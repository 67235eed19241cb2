import { coldStartFigures } from '#test/bench/cold-start.ts';
import { costFigures } from '#test/bench/cost.ts';
import { exportFigures } from '#test/bench/export-figures.ts';
import { tableOf } from '#test/bench/figures.ts';
import { pageFigures } from '#test/bench/pages.ts';
import { rollUpFigures } from '#test/bench/roll-up.ts';
import { soakFigures } from '#test/bench/soak.ts';
import { submitFigures } from '#test/bench/submit.ts';

/** `npm run bench [-- --json]`: the figures that a change may have moved, each against its floor in the same run. */
const figures = [
  ...(await pageFigures()),
  ...(await coldStartFigures()),
  ...(await submitFigures()),
  ...(await soakFigures()),
  ...(await rollUpFigures(1)),
  ...(await rollUpFigures(27)),
  ...(await exportFigures()),
  ...(await costFigures()),
];
console.log(process.argv.includes('--json') ? JSON.stringify(figures, null, 2) : tableOf(figures));
