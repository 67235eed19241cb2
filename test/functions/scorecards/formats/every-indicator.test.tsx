import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { reportContent } from '#functions/scorecards/formats/pdf/report-content.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { type Column, layout } from '#functions/scorecards/formats/unit-columns.ts';
import { type Lang, langs } from '#shared/language/lang.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import { type IndicatorId, indicatorIds, indicatorTable, type Section } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { scorecards } from '#test/web/demo-month.ts';
import { around, readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const [district, ...communes] = scorecards() as [Scorecard, ...Scorecard[]];
const cells = communes.flatMap(rowsOf);

const pages = langs.map((lang) => {
  const elements = readPage(<ScorecardPage context={{ lang, path: '/' }} scorecard={district} />);
  const heads = elements.filter(({ name, attributes }) => name === 'th' && attributes['scope'] === 'col');
  return {
    lang,
    figures: elements.filter(({ name, attributes }) => name === 'th' && attributes['scope'] === 'row'),
    unitHeads: heads.filter((head) => around(head).some(({ attributes }) => attributes['id'] === 'units')),
  };
});

const to = lastMonthOf(district.month);
const trend = trendOf({ from: addMonths(to, -11), to }, [district]);
const report = reportContent(district, { cells, trend });
const tables = report.flatMap((block) => ('columns' in block ? [block] : []));

/** The rows of the workbook's list of figures, each under its heading. */
async function listed(): Promise<readonly { readonly heading: string; readonly label: string }[]> {
  const exported = { by: 'district', at: '2026-01-15T02:03:00.000Z' };
  const { sheets } = await readXlsx(await toXlsx(district, { cells, trend, exported }));
  let heading = '';
  return (sheets.find(({ name }) => name === 'Bảng tổng hợp')?.rows ?? []).flatMap(([number, label]) => {
    if (typeof number === 'string' && /^[IVX]+$/.test(number)) heading = String(label);
    return typeof number === 'number' ? [{ heading, label: String(label) }] : [];
  });
}
const inWorkbook = await listed();

const headings: Readonly<Record<Section, string>> = {
  reporting: 'Chế độ báo cáo',
  meetings: 'Nền nếp sinh hoạt',
  conduct: 'Ý thức và chất lượng sinh hoạt',
  preparation: 'Chuẩn bị và nghị quyết',
  scores: 'Chấm điểm, xếp loại',
  superiors: 'Cấp trên dự',
  tasks: 'Nhiệm vụ và vấn đề nổi lên',
};

/** Whether a column shows a figure: what it is, and not only what it is over. */
function shows(column: Column, id: IndicatorId): boolean {
  if ('of' in column) return column.of[0] === id && column.of[1] === 'numerator';
  return 'mean' in column ? column.mean === id : column.judged === id;
}

describe.each(indicatorIds)('the figure %s', (id) => {
  const { label, shown } = indicatorTable[id];

  it('is a row of the page under its name in each language', () => {
    for (const { lang, figures } of pages) {
      expect(
        figures.filter(({ text }) => text === label[lang]),
        lang,
      ).toHaveLength(1);
    }
  });

  it('is a row of the workbook under its section, once', () => {
    expect(inWorkbook.filter((row) => row.label === label.vi)).toEqual([
      { heading: headings[shown.section], label: label.vi },
    ]);
  });

  it('is a row of the report, and a line a unit in the CSV', () => {
    expect(tables[0]?.rows.filter(([, name]) => name === label.vi)).toHaveLength(1);
    const lines = toCsv(district).split('\r\n');
    const units = 1 + district.children.length + district.groups.length;
    expect(lines.filter((line) => line.includes(`;${id};${label.vi};`))).toHaveLength(units);
  });

  it('stands in the band of the workbook that it names, or says that it stands in none', () => {
    const found = Object.entries(layout).filter(([, { columns }]) => columns.some((column) => shows(column, id)));
    expect(found.map(([band]) => band)).toEqual(shown.band === 'none' ? [] : [shown.band]);
  });
});

describe('the tables of units', () => {
  const named = (lang: Lang) =>
    indicatorIds.flatMap((id) => {
      const { column } = indicatorTable[id].shown;
      return column === 'none' ? [] : [column[lang]];
    });

  it.each(pages)('have a column for each figure that says so on the page ($lang), and for no other', (page) => {
    const { unit, rank } = scorecardTexts[page.lang];
    expect(page.unitHeads.map(({ text }) => text.replace(/ [▲▼]$/, ''))).toEqual([unit, rank, ...named(page.lang)]);
  });

  it('have the same in the report', () => {
    const heads = tables.map(({ columns }) => columns.map(({ head }) => head));
    expect(heads).toContainEqual(['TT', 'Đảng bộ', ...named('vi')]);
  });

  it('have every column of the workbook once', () => {
    const keys = Object.values(layout).flatMap(({ columns }) => columns.map(({ key }) => key));
    expect(keys).toHaveLength(new Set(keys).size);
  });
});
