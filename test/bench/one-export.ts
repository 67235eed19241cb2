/** Makes one file of a made-up district and says how long it took and how much memory the process had at most. */
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CellRow } from '#functions/scorecards/cell-rows.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toPdf } from '#functions/scorecards/formats/to-pdf.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { trendOf } from '#shared/trend.ts';
import { ScorecardPage } from '#web/pages/scorecard-page.tsx';
import { renderPage } from '#web/render.ts';

const [input = '', format = 'json', file] = process.argv.slice(2);
/** The scorecard on the first line, a cell on each other: read one by one, as the function reads commune by commune. */
const cells: CellRow[] = [];
let read: Scorecard | undefined;
for await (const line of createInterface(createReadStream(input))) {
  if (read) cells.push(JSON.parse(line) as CellRow);
  else read = JSON.parse(line) as Scorecard;
}
if (!read) throw new Error(`No scorecard in ${input}`);
const scorecard = read;
const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
const to = lastMonthOf(scorecard.month);
const trend = trendOf({ from: addMonths(to, -11), to }, [scorecard]);
const context = { lang: 'vi', path: '/' } as const;

const makers: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  page: () => renderPage(ScorecardPage({ context, scorecard })),
  json: () => toJson(scorecard),
  csv: () => toCsv(scorecard),
  'cells.csv': () => toCellsCsv(scorecard, cells),
  xlsx: () => toXlsx(scorecard, { cells: cells, trend, exported }),
  pdf: () => toPdf(scorecard, { cells: cells, exported }),
};
const before = performance.now();
const made = await makers[format]?.();
if (made === undefined) throw new Error(`No such file: ${format}`);
const milliseconds = performance.now() - before;
const peakMb = process.resourceUsage().maxRSS / 1024;
if (file) writeFileSync(file, made);
const bytes = Buffer.byteLength(made);
console.log(
  `${format.padEnd(10)} ${milliseconds.toFixed(0).padStart(6)}   ${String(bytes).padEnd(10)} ${peakMb.toFixed(0).padStart(6)}`,
);
