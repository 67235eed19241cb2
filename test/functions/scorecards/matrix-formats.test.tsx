import { brotliCompressSync, constants } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toPdf } from '#functions/scorecards/formats/pdf/to-pdf.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { capitalized } from '#shared/language/format.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import { matrixOf } from '#shared/scorecards/matrix.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { matrixHeads, recomputeMatrix } from '#test/functions/scorecards/recompute-matrix.ts';
import { actionUnderWay } from '#test/web/actions/action-models.tsx';
import { around, readHtml } from '#test/web/read-page.ts';
import { renderPage } from '#web/render.ts';
import { MatrixPage } from '#web/scorecards/matrix-page.tsx';

const context = { lang: 'vi', path: '/' } as const;
const open = '2021-04-08T02:00:00.000Z';
const closed = '2021-04-10T17:00:00.000Z';

/** The same month of another made-up district stands for the month before. */
function districtOf(seed: string, communes: number, cells: number, at: string) {
  const before = { ...randomDistrict(`${seed} before`, communes, cells).scorecard, month: '2021-02' } as Scorecard;
  return randomDistrict(seed, communes, cells, at, { previousMonth: before });
}

function filesOf({ scorecard, cells }: ReturnType<typeof districtOf>) {
  const to = lastMonthOf(scorecard.month);
  const trend = trendOf({ from: addMonths(to, -11), to }, [scorecard]);
  const parts = { cells, trend, exported: { by: 'district', at: '2021-04-11T02:00:00.000Z' } };
  return { xlsx: () => toXlsx(scorecard, parts), pdf: () => toPdf(scorecard, parts) };
}

/** Said of the bands of a month that is open, and of no other. */
const OPEN = 'mức tốt nhất còn đạt được';

describe.each([
  ['closed', closed],
  ['open', open],
])('the matrix of a month that is %s', (name, at) => {
  const district = districtOf(name, 7, 60, at);
  const { scorecard } = district;
  // As the page answers who asks for JSON.
  const json = JSON.parse(JSON.stringify(scorecard)) as Scorecard;
  const told = recomputeMatrix(json.children);
  const order = matrixOf(scorecard).rows.map(({ unit }) => unit);
  const nameOf = (unit: string) => capitalized(scorecard.children.find((each) => each.unit === unit)?.name ?? '');

  it('has the figures that a second reading of the JSON has, and each band of them', () => {
    const all = Object.values(told).flat().join(' ');
    for (const sign of name === 'open' ? ['…', '××'] : ['●', '○', '×', '××', '▲', '▼']) expect(all).toContain(sign);
  });

  it('says them on the page, cell by cell, and each leads to its line', () => {
    const elements = readHtml(renderPage(<MatrixPage context={context} scorecard={scorecard} acted={[]} />));
    expect(elements.some(({ text }) => text.includes(OPEN))).toBe(name === 'open');
    const heads = elements.filter((each) => each.name === 'th' && each.attributes['scope'] === 'col');
    expect(heads.map(({ text }) => text).slice(1)).toEqual(matrixHeads);
    const body = elements.filter((each) => each.name === 'tr' && around(each).some((outer) => outer.name === 'tbody'));
    const rows = body.map((row) =>
      elements
        .filter((each) => each.name === 'td' && each.parent === row)
        .map(({ text }) => text.split(/ (?=[a-zđ])/)[0]),
    );
    expect(rows).toEqual(order.map((unit) => told[unit]));
    const links = elements.flatMap((each) => (each.name === 'a' ? (each.attributes['href'] ?? []) : []));
    for (const unit of order) expect(links).toContain(`/scorecards/${unit}/2021-03#reported`);
  });

  it('says them in the workbook and in the report', async () => {
    const files = filesOf(district);
    const { sheets } = await readXlsx(await files.xlsx());
    const rows = sheets.find((sheet) => sheet.name === 'Ma trận chỉ tiêu')?.rows ?? [];
    const first = rows.findIndex(([unit]) => unit === nameOf(order[0] ?? ''));
    for (const [at, unit] of order.entries()) {
      const [own, ...cells] = rows[first + at] ?? [];
      expect(own).toBe(nameOf(unit));
      const signs = (told[unit] ?? []).map((words) =>
        words
          .replace(/[\d,%—]/g, '')
          .replace(/ +/g, ' ')
          .trim(),
      );
      const values = (told[unit] ?? []).map((words) =>
        Number(/[\d,]+/.exec(words)?.[0].replace(',', '.') ?? Number.NaN),
      );
      expect(signs.map((_, place) => String(cells[2 * place + 1] ?? '').trim())).toEqual(signs);
      for (const [place, value] of values.entries()) {
        const cell = cells[2 * place];
        if (Number.isNaN(value)) expect(cell ?? null).toBeNull();
        else expect(Math.abs(Number(cell) * (place === 9 ? 1 : 100) - value)).toBeLessThan(0.0501);
      }
    }
    expect(rows.flat().some((cell) => String(cell).includes(OPEN))).toBe(name === 'open');
    const pdf = await getDocumentProxy(new Uint8Array(await files.pdf()));
    const { text } = await extractText(pdf, { mergePages: true });
    const report = text.replace(/\s+/g, ' ');
    expect(report.includes(OPEN)).toBe(name === 'open');
    for (const unit of order) expect(report).toContain(`${nameOf(unit)} ${(told[unit] ?? []).join(' ')}`);
  });
});

/** One answer, and the processor's time for it. */
const MOST_BYTES = 45_000;
const MOST_MILLISECONDS = 300;

it('130 communes are one answer that is small and soon made', () => {
  const { scorecard } = districtOf('large', 130, 2000, closed);
  const answer = () => {
    const html = renderPage(
      <MatrixPage
        context={context}
        scorecard={JSON.parse(JSON.stringify(scorecard)) as Scorecard}
        acted={Array.from({ length: 130 }, () => ({ action: actionUnderWay, unitName: 'xã Thanh Vân' }))}
      />,
    );
    return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  };
  expect(answer().length).toBeLessThanOrEqual(MOST_BYTES);
  // The best of some: others use the same processor.
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    answer();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThanOrEqual(MOST_MILLISECONDS);
});
