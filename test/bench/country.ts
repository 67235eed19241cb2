import { costOfReport, totalOf } from '#test/bench/cost.ts';
import { type DistrictMonth, simulateDistrict } from '#test/bench/district-month.ts';
import { measureCosts } from '#test/bench/measure-costs.ts';

/**
 * `npm run bench:country [-- districts]`: a month of the whole country, district by district, through the stores and the
 * roll-up; what a page and a sign-in take is measured in the running system first.
 */
const DISTRICTS = Number(process.argv[2] ?? 700);
const STEPS = [1, 10, 100, DISTRICTS];

const start = performance.now();
const costs = await measureCosts();
const months: DistrictMonth[] = [];
let peakBytes = 0;
console.log('| districts | cells | reports | roll-ups | US cents a report | US dollars a month | |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (let n = 0; n < DISTRICTS; n++) {
  months.push(await simulateDistrict(n));
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  if (STEPS.includes(n + 1)) console.log(row(months));
}

const seconds = new Map<number, number>();
let busiest = 0;
for (const at of months.flatMap(({ written }) => written)) {
  const reports = (seconds.get(at) ?? 0) + 1;
  seconds.set(at, reports);
  busiest = Math.max(busiest, reports);
}
const hottest = months.reduce((a, b) => (a.busiestReads > b.busiestReads ? a : b));
const writes = Math.max(...months.map(({ busiestWrites }) => busiestWrites));
console.log(`
Busiest second: ${busiest} reports in the whole country.
Hottest partition, of ${hottest.cells} cells: ${Math.round(hottest.busiestReads)} read units in a roll-up, ${percent(
  hottest.busiestReads,
  3000,
)} of a second's 3,000;
${writes} write units in a second, ${percent(writes, 1000)} of 1,000.
${Math.round((performance.now() - start) / 1000)} s, at most ${Math.round(peakBytes / 1e6)} MB.`);

function row(all: readonly DistrictMonth[]): string {
  const sum = (of: (month: DistrictMonth) => number) => all.reduce((total, month) => total + of(month), 0);
  const reports = sum(({ written }) => written.length);
  const runs = sum((month) => month.runs);
  const dollars = totalOf(costOfReport(costs, all));
  const cells = sum((month) => month.cells);
  const bar = '█'.repeat(Math.round(dollars * 100 * 2000));
  return `| ${[all.length, cells, reports, runs, (dollars * 100).toFixed(4), (dollars * reports).toFixed(2), bar].join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}
