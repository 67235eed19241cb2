import { DatabaseSync } from 'node:sqlite';
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toPdf } from '#functions/scorecards/formats/to-pdf.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { formatNumber } from '#shared/texts/format.ts';
import { indicatorLabels } from '#shared/texts/indicators.ts';
import { trendOf } from '#shared/trend.ts';
import { due, type RandomDistrict, randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/pages/scorecard-page.tsx';

/** The figures that need no score sheet, counted in a second way: the reports as rows of a database, the rules as SQL. */
type Counts = Readonly<Record<string, readonly [numerator: number, denominator: number]>>;

/** One row a cell: what its month comes to. Of several regular meetings the earliest counts; here there is one at most. */
const CELLS = `
  SELECT c.id, c.commune,
    count(r.cell) > 0 AS reported,
    coalesce(min(CASE WHEN r.kind = 'regular' OR NOT c.has_regular THEN r.received END) > :due, 0) AS late,
    c.has_regular AS held,
    coalesce(sum(CASE WHEN r.kind = 'regular' THEN r.present END), 0) AS present,
    coalesce(sum(CASE WHEN r.kind = 'regular' THEN r.required END), 0) AS required,
    coalesce(sum(r.kind = 'regular' AND r.required > 0), 0) AS base,
    coalesce(sum(r.kind = 'regular' AND r.required > 0 AND r.present * 100 >= 85 * r.required), 0) AS base_met,
    coalesce(sum(r.kind = 'regular' AND r.resolution <> 'none'), 0) AS resolved,
    coalesce(sum(r.kind = 'regular' AND r.papers = 'yes' AND r.committee IN ('yes', 'na')), 0) AS prepared,
    coalesce(max(r.kind = 'thematic'), 0) AS thematic,
    coalesce(max(r.attended IN ('group', 'both')), 0) AS visited,
    coalesce(max(r.attended IN ('commune', 'both')), 0) AS attended,
    coalesce(sum(r.done), 0) AS done,
    coalesce(sum(r.overdue), 0) AS overdue,
    coalesce(sum(r.followed), 0) AS followed,
    coalesce(sum(r.matters), 0) AS matters
  FROM (SELECT c.*, EXISTS (SELECT 1 FROM report WHERE cell = c.id AND kind = 'regular') AS has_regular FROM cell c) c
  LEFT JOIN report r ON r.cell = c.id
  GROUP BY c.id`;

const SUMS = `
  SELECT count(*) AS due, sum(reported) AS reported, sum(reported AND NOT late) AS onTime, sum(late) AS late,
    sum(held) AS held, sum(present) AS present, sum(required) AS required, sum(base) AS base, sum(base_met) AS baseMet,
    sum(resolved) AS resolved, sum(prepared) AS prepared, sum(thematic) AS thematic, sum(visited) AS visited,
    sum(attended) AS attended, sum(done) AS done, sum(overdue) AS overdue, sum(followed) AS followed,
    sum(matters) AS matters
  FROM (${CELLS}) WHERE `;

function recompute({ directory, reports }: RandomDistrict) {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    CREATE TABLE cell (id TEXT PRIMARY KEY, commune TEXT);
    CREATE TABLE report (cell TEXT, kind TEXT, received TEXT, present INT, required INT, resolution TEXT, papers TEXT,
      committee TEXT, attended TEXT, done INT, overdue INT, followed INT, matters INT);
    CREATE INDEX by_cell ON report (cell);`);
  const addCell = db.prepare('INSERT INTO cell VALUES (?, ?)');
  for (const { id } of directory.cells) addCell.run(id, id.slice(0, id.lastIndexOf('.')));
  const addReport = db.prepare('INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { report, receivedAt } of reports) {
    const { cell, kind, present, fullMembers, probationaryMembers, exempt, resolution, followUps, matters } = report;
    const having = (status: string) => followUps.filter((each) => each.status === status).length;
    addReport.run(
      ...[cell, kind, receivedAt, present, fullMembers + probationaryMembers - exempt, resolution],
      ...[report.papersSent ?? null, report.committeeMet ?? null, report.attendedBy ?? null],
      ...[having('done'), having('overdue'), followUps.length - having('dropped'), matters.length],
    );
  }
  return (where: string, parameters: Record<string, string> = {}): Counts => {
    const row = db.prepare(SUMS + where).get({ due, ...parameters }) as Record<string, number>;
    const of = (numerator: string, denominator: string) => [row[numerator] ?? 0, row[denominator] ?? 0] as const;
    return {
      reported: of('reported', 'due'),
      onTime: of('onTime', 'due'),
      late: of('late', 'due'),
      met: of('held', 'reported'),
      attendance: of('present', 'required'),
      attendanceCells: of('baseMet', 'base'),
      resolution: of('resolved', 'held'),
      preparation: of('prepared', 'held'),
      thematic: of('thematic', 'reported'),
      groupVisits: of('visited', 'reported'),
      communeAttended: of('attended', 'reported'),
      tasksDone: of('done', 'followed'),
      tasksOverdue: of('overdue', 'followed'),
      matters: of('matters', 'reported'),
    };
  };
}

const countsOf = (indicators: Scorecard['indicators'], ids: readonly string[]): Counts =>
  Object.fromEntries(
    indicators
      .filter(({ id }) => ids.includes(id))
      .map(({ id, numerator, denominator }) => [id, [numerator, denominator] as const]),
  );

/** The lines of a CSV of ours as records; numbers and slugs need no quotes. */
function recordsOf(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
const context = { lang: 'vi', path: '/' } as const;
const parts = ([numerator, denominator]: readonly [number, number]) =>
  `${formatNumber(numerator)}/${formatNumber(denominator)}`;

function workbookOf({ scorecard, cells }: RandomDistrict) {
  const to = lastMonthOf(scorecard.month);
  return toXlsx(scorecard, { cells, trend: trendOf({ from: addMonths(to, -11), to }, [scorecard]), exported });
}

const seeds = Array.from({ length: 200 }, (_, at) => `district ${at}`);
const shapeOf = (seed: string) => {
  const number = Number(seed.split(' ')[1]);
  return [1 + (number % 7), 1 + ((number * 13) % 60)] as const;
};

describe('200 random districts, recomputed in SQL', () => {
  it.each(seeds)('%s says the same in JSON, CSV and on the page, unit by unit and cell by cell', (seed) => {
    const district = randomDistrict(seed, ...shapeOf(seed));
    const { scorecard, cells, directory } = district;
    const sql = recompute(district);
    const whole = sql('1');
    const ids = Object.keys(whole);

    const json = JSON.parse(toJson(scorecard, cells)) as Scorecard & {
      cells: { unit: string; figures: Record<string, [number, number]> }[];
    };
    expect(countsOf(json.indicators, ids)).toEqual(whole);
    for (const { unit, indicators } of json.children) {
      expect(countsOf(indicators, ids), unit).toEqual(sql('commune = :unit', { unit }));
    }
    const lines = recordsOf(toCsv(scorecard));
    const cellLines = recordsOf(toCellsCsv(scorecard, cells));
    expect(json.cells).toHaveLength(directory.cells.length);
    expect(cellLines).toHaveLength(directory.cells.length);
    for (const [id, [numerator, denominator]] of Object.entries(whole)) {
      const line = lines.find((each) => each['unit'] === 'h' && each['indicator'] === id);
      expect([line?.['numerator'], line?.['denominator']], id).toEqual([`${numerator}`, `${denominator}`]);
      if (id === 'matters') continue;
      const sum = (part: string) => cellLines.reduce((total, each) => total + Number(each[`${id}${part}`]), 0);
      expect([sum('Numerator'), sum('Denominator')], id).toEqual([numerator, denominator]);
    }
    const rows = readPage(<ScorecardPage context={context} scorecard={scorecard} />).filter(
      ({ name }) => name === 'tr',
    );
    for (const [id, counts] of Object.entries(whole)) {
      const row = rows.find(({ text }) => text.startsWith(indicatorLabels.vi[id as 'reported']));
      expect(row?.text, id).toContain(id === 'matters' ? formatNumber(counts[0]) : parts(counts));
    }
  });

  it.each(seeds.filter((_, at) => at % 20 === 0))('%s says the same in its workbook and its PDF', async (seed) => {
    const district = randomDistrict(seed, ...shapeOf(seed));
    const sql = recompute(district);
    const { sheets } = await readXlsx(await workbookOf(district));
    const rowsIn = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const pdf = await getDocumentProxy(
      new Uint8Array(await toPdf(district.scorecard, { cells: district.cells, exported })),
    );
    const { text } = await extractText(pdf, { mergePages: true });
    const said = text.replace(/\s+/g, ' ');
    for (const [id, counts] of Object.entries(sql('1'))) {
      const label = indicatorLabels.vi[id as 'reported'];
      const row = rowsIn('Bảng điểm').find(([, name]) => name === label);
      expect([row?.[2], row?.[3]], id).toEqual([...counts]);
      if (id !== 'matters') expect(said, id).toContain(`${label} ${parts(counts)}`);
    }
    for (const sheet of ['Các xã', 'Các chi bộ']) {
      const total = rowsIn(sheet).find((row) => row[1] === 'Cộng');
      const [present, required] = sql('1')['attendance'] ?? [];
      expect(total, sheet).toEqual(expect.arrayContaining([present, required]));
    }
    for (const { name } of district.cells) expect(said).toContain(name);
  });
});

describe('10,000 cells', () => {
  it('come out whole in every format', { timeout: 180_000 }, async () => {
    const district = randomDistrict('large', 130, 10_000);
    const { scorecard, cells } = district;
    expect(scorecard.children).toHaveLength(130);
    expect(recordsOf(toCellsCsv(scorecard, cells))).toHaveLength(10_000);
    expect((JSON.parse(toJson(scorecard, cells)) as { cells: unknown[] }).cells).toHaveLength(10_000);

    const { sheets } = await readXlsx(await workbookOf(district));
    const names = new Set(cells.map(({ name }) => name));
    const inSheet = (sheet: string, column: number) =>
      (sheets.find(({ name }) => name === sheet)?.rows ?? []).filter((row) =>
        typeof row[column] === 'string' ? names.has(row[column].split(' (')[0] ?? '') : false,
      );
    expect(inSheet('Các chi bộ', 1)).toHaveLength(10_000);
    expect(inSheet('Biểu tháng', 1)).toHaveLength(10_000);

    const pdf = await getDocumentProxy(new Uint8Array(await toPdf(scorecard, { cells, exported })));
    const { text } = await extractText(pdf, { mergePages: true });
    const numbers = new Set([...text.matchAll(/Thượng\s+(\d+)/g)].map(([, number]) => number));
    expect(numbers.size).toBe(10_000);
  });
});
