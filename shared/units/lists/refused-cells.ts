import type { Lang } from '#shared/language/lang.ts';
import type { UnitFault } from '#shared/units/directory-faults.ts';
import type { UnitList } from '#shared/units/lists/listed-unit.ts';
import { unitListTexts } from '#shared/units/lists/texts/unit-lists.ts';
import { faultWords } from '#shared/units/texts/unit-faults.ts';

/** The field in which each fault of a directory is mended. */
const fieldOf: Readonly<Record<UnitFault['code'], string>> = {
  'ends-before-it-begins': 'to',
  'begins-before-parent': 'from',
  'begins-after-parent-ended': 'from',
  'stands-after-parent-ended': 'to',
  'no-parent': 'id',
  twice: 'id',
  'no-predecessor': 'id',
  'name-outside-span': 'name',
};

/** What does not hold together once a list is entered, each by the cell of the list that says so. */
export function refusedCells(faults: readonly UnitFault[], { listed }: UnitList, lang: Lang): string[] {
  return faults.map((fault) => {
    const row = listed.find(({ unit }) => unit.id === fault.unit) ?? listed.find(({ unit }) => unit.id === fault.other);
    const said = faultWords(fault, lang);
    return row ? `${unitListTexts[lang].cell(row.address(fieldOf[fault.code]))}: ${said}` : said;
  });
}
