import type { Answer } from '#functions/http/answer.ts';
import { describedBy, METADATA, metadataFile } from '#functions/http/csv-columns.ts';
import type { MonthsDeps } from '#functions/reports/load-months.ts';
import { type CellsDeps, loadCells } from '#functions/scorecards/formats/cell-rows.ts';
import { cellColumns, figureColumns, trendColumns } from '#functions/scorecards/formats/columns.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toTrendCsv } from '#functions/scorecards/formats/to-trend-csv.ts';
import { toTrendJson } from '#functions/scorecards/formats/to-trend-json.ts';
import type { FileParts } from '#functions/scorecards/formats/to-xlsx.ts';
import { loadTrend } from '#functions/scorecards/load-trend.ts';
import type { Format, ScorecardRequest } from '#functions/scorecards/read-scorecard-request.ts';
import type { Month } from '#shared/period.ts';
import type { Exported } from '#shared/scorecards/letter-words.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<Format, string>;

/** What a file's name says of its rows. */
const rowNames = { cells: '_chi-bo', months: '_cac-thang' } as const;

interface Asked extends Pick<ScorecardRequest, 'rows' | 'revision'> {
  readonly format: Format;
  /** Whether the reader sees a unit in a month. */
  readonly sees: (unit: UnitId, month: Month) => boolean;
  /** Where the unit stands in the one above, for who may see that. */
  readonly place?: Place;
}

/**
 * A scorecard as a file. CSV and JSON contain only data: a scorecard gives the same bytes to everybody who sees
 * the same of the unit above.
 */
export async function download(
  scorecard: Scorecard,
  asked: Asked,
  exported: Exported,
  deps: CellsDeps & MonthsDeps,
): Promise<Answer> {
  const { format, rows } = asked;
  const body = await write(scorecard, asked, exported, deps);
  const revision = scorecard.revision > 1 ? `_lan-${scorecard.revision}` : '';
  const of = rows ? rowNames[rows] : '';
  const name = `bang-diem_${scorecard.unit}_${scorecard.month}${revision}${of}.${format}`;
  const headers = describedBy(`${scorecard.month}.csv${METADATA}${chosen(asked)}`);
  return {
    status: 200,
    file: { body, type: types[format], name },
    ...(format === 'csv' && { headers }),
    audit: [{ kind: 'exported', of: name }],
  };
}

const columns = { figures: figureColumns, cells: cellColumns, months: trendColumns } as const;

/** What describes the columns of a CSV file for programs. */
export function describe(asked: ScorecardRequest): NonNullable<Answer['file']> {
  return metadataFile(`${asked.period}.csv${chosen(asked)}`, columns[asked.rows ?? 'figures']);
}

/** What a file's address chooses: a description that names another file is to be ignored (W3C, Tabular Data, 5.3). */
function chosen({ rows, revision }: Pick<ScorecardRequest, 'rows' | 'revision'>): string {
  const query = new URLSearchParams({
    ...(rows && { rows }),
    ...(revision && { revision: String(revision) }),
  }).toString();
  return query && `?${query}`;
}

async function write(
  scorecard: Scorecard,
  { format, rows, sees, place }: Asked,
  exported: Exported,
  deps: CellsDeps & MonthsDeps,
): Promise<string | Uint8Array> {
  const cells = () => loadCells(scorecard, exported.at, deps);
  const trend = () => loadTrend(scorecard, sees, deps);
  const partsOf = async (): Promise<FileParts> => {
    const [every, months] = await Promise.all([cells(), trend()]);
    return { cells: every, trend: months, exported, ...(place && { place }) };
  };
  switch (format) {
    case 'csv':
      if (rows === 'months') return toTrendCsv(await trend());
      return rows === 'cells' ? toCellsCsv(scorecard, await cells()) : toCsv(scorecard, place);
    case 'json':
      if (rows === 'months') return toTrendJson(await trend());
      return toJson(scorecard, rows === 'cells' ? await cells() : undefined, place);
    case 'pdf': {
      // Only who downloads such a file waits until its library is loaded.
      const { toPdf } = await import('#functions/scorecards/formats/pdf/to-pdf.ts');
      return toPdf(scorecard, await partsOf());
    }
    case 'xlsx': {
      const { toXlsx } = await import('#functions/scorecards/formats/to-xlsx.ts');
      return toXlsx(scorecard, await partsOf());
    }
  }
}
