import { colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { belowNormSheet } from '#functions/scorecards/formats/below-norm-sheet.ts';
import { headlineSheet } from '#functions/scorecards/formats/headline-sheet.ts';
import { notesSheet } from '#functions/scorecards/formats/notes-sheet.ts';
import { unitsSheet } from '#functions/scorecards/formats/units-sheet.ts';
import { defaultFont } from '#functions/scorecards/formats/xlsx-styles.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { capitalized } from '#shared/texts/format.ts';

/** A scorecard as the workbook that a district sends on: every rate a formula over its parts, ready to print on A4. */
export function toXlsx(scorecard: Scorecard): Promise<Uint8Array> {
  const { name, month, generatedAt, groups } = scorecard;
  const sheets = [
    headlineSheet(scorecard),
    childrenSheet(scorecard),
    ...(groups.length > 0 ? [groupsSheet(scorecard)] : []),
    belowNormSheet(scorecard),
    notesSheet(scorecard),
  ];
  return writeXlsx({
    sheets,
    namedRanges: sheets.flatMap(printTitles),
    properties: { title: `Bảng điểm ${name} tháng ${month}`, creator: 'Sổ Chi Bộ', created: new Date(generatedAt) },
    defaultFont,
  });
}

/**
 * What stays in place on the screen is printed on every page. Written as a name of our own, since the library's own
 * setting leaves out the quotes that a sheet's name with blanks needs.
 */
function printTitles({ name, freezePane: { rows = 0, columns = 0 } = {} }: WriteSheet) {
  const parts = [columns > 0 && `$A:$${colToLetter(columns - 1)}`, rows > 0 && `$1:$${rows}`].filter(Boolean);
  if (parts.length === 0) return [];
  return [{ name: '_xlnm.Print_Titles', range: parts.map((part) => `'${name}'!${part}`).join(','), scope: name }];
}

/** Only a district has working groups, and its children are communes; a commune's are cells. */
function childrenSheet(scorecard: Scorecard): WriteSheet {
  const isDistrict = scorecard.groups.length > 0;
  return unitsSheet(scorecard, {
    sheet: isDistrict ? 'Các xã' : 'Các chi bộ',
    title: isDistrict ? 'KẾT QUẢ THEO TỔ CHỨC CƠ SỞ ĐẢNG' : 'KẾT QUẢ THEO CHI BỘ',
    lead: ['Hạng', isDistrict ? 'Đảng bộ' : 'Chi bộ'],
    leadWidths: [6, 28],
    rows: scorecard.children.map(({ rank, name, indicators }) => ({ lead: [rank, capitalized(name)], indicators })),
    total: 'Cộng',
  });
}

function groupsSheet(scorecard: Scorecard): WriteSheet {
  return unitsSheet(scorecard, {
    sheet: 'Tổ công tác',
    title: 'KẾT QUẢ THEO TỔ CÔNG TÁC',
    lead: ['Tổ', 'Tên tổ'],
    leadWidths: [6, 28],
    rows: scorecard.groups.map(({ group, name, indicators }) => ({ lead: [group, name], indicators })),
    total: 'Cộng',
  });
}
