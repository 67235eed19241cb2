/** Makes one file of a made-up district, once or again and again, and says how long it took and how much memory at most. */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CellRow, keepOnce } from '#functions/scorecards/formats/cell-rows.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { renderPage } from '#web/render.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const [input = '', format = 'json', times = '1', file] = process.argv.slice(2);
const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
const context = { lang: 'vi', path: '/' } as const;

/** The scorecard on the first line, a cell on each other: read one by one, as the function reads commune by commune. */
async function read(): Promise<{ scorecard: Scorecard; cells: readonly CellRow[] }> {
  const cells: CellRow[] = [];
  const keep = keepOnce();
  const withKept = (cell: CellRow) => ({ ...cell, indicators: cell.indicators.map(keep) });
  let scorecard: Scorecard | undefined;
  for await (const line of createInterface(createReadStream(input))) {
    if (scorecard) cells.push(withKept(JSON.parse(line) as CellRow));
    else scorecard = JSON.parse(line) as Scorecard;
  }
  if (!scorecard) throw new Error(`No scorecard in ${input}`);
  return { scorecard, cells };
}

let before = 0;
let processor = process.cpuUsage();
/** As the function does it: once the file is under way, nothing here holds what it is made of. */
async function make(): Promise<string | Uint8Array> {
  const { scorecard, cells } = await read();
  const to = lastMonthOf(scorecard.month);
  before = performance.now();
  processor = process.cpuUsage();
  switch (format) {
    case 'page':
      return renderPage(ScorecardPage({ context, scorecard }));
    case 'json':
      return toJson(scorecard);
    case 'csv':
      return toCsv(scorecard);
    case 'cells.csv':
      return toCellsCsv(scorecard, cells);
    case 'xlsx':
      return toXlsx(scorecard, { cells, trend: trendOf({ from: addMonths(to, -11), to }, [scorecard]), exported });
    case 'pdf': {
      const { toPdf } = await import('#functions/scorecards/formats/pdf/to-pdf.ts');
      return toPdf(scorecard, { cells, trend: trendOf({ from: addMonths(to, -11), to }, [scorecard]), exported });
    }
    default:
      throw new Error(`No such file: ${format}`);
  }
}

async function measure() {
  const made = await make();
  const milliseconds = performance.now() - before;
  const { user, system } = process.cpuUsage(processor);
  return { made, milliseconds, processorMs: (user + system) / 1000 };
}

const { made, ...first } = await measure();
// The process's own highest; what the kernel tells of its use also counts the one that it was started by.
const peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
const again: number[] = [];
for (let time = 1; time < Number(times); time++) again.push((await measure()).processorMs);
if (file) writeFileSync(file, made);
console.log(JSON.stringify({ ...first, again, bytes: Buffer.byteLength(made), peakMb }));
