import { readListFile } from '#functions/files/read-list-file.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type EnteringStores, enterUnits, reviewEntry } from '#functions/store/enter-units.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import { fileFaultTexts } from '#shared/input/texts/list-files.ts';
import { type Instant, type Month, monthAt } from '#shared/period.ts';
import type { UnitList } from '#shared/units/lists/listed-unit.ts';
import { faultLine, previewList, summaryOf } from '#shared/units/lists/preview-list.ts';
import { readUnitList } from '#shared/units/lists/read-unit-list.ts';
import { refusedCells } from '#shared/units/lists/refused-cells.ts';
import { unitListFaultTexts } from '#shared/units/lists/texts/unit-lists.ts';
import type { UnitId } from '#shared/units/units.ts';

interface Choices {
  /** Say what would be done, and do nothing. */
  readonly preview: boolean;
  readonly commune?: UnitId;
  readonly from?: Month;
  readonly reason?: string;
  /** A district that is to be among the units, or was entered before. */
  readonly district?: UnitId;
}

type Stores = EnteringStores & { readonly directory: Pick<DirectoryStore, 'districts' | 'subtree'> };

/**
 * Enters units from a list, CSV or XLSX, or says what would be entered.
 *
 * @param record puts each unit that is entered on its district's record
 * @throws {BadFile} naming every cell that is wrong, and lines that would change closed months: nothing is entered then
 */
export async function importUnits(
  bytes: Uint8Array,
  { preview, commune, from, reason, district }: Choices,
  stores: Stores,
  now: Instant,
  record: OperatorRecord,
): Promise<string> {
  const file = readListFile(bytes);
  if (typeof file === 'string') throw new BadFile(`${fileFaultTexts.vi[file]}\n${fileFaultTexts.en[file]}`);
  const districts = await stores.directory.districts();
  const known = (await Promise.all(districts.map((district) => stores.directory.subtree(district)))).flat();
  if (commune !== undefined && !known.some(({ id, level }) => id === commune && level === 'commune')) {
    throw new BadFile(`There is no commune ${commune}.`);
  }
  const read = readUnitList(file, { known, month: monthAt(now), ...(commune && { commune }), ...(from && { from }) });
  if (preview) return previewText(read);
  throwIfWrong(read);
  const lines = new Map(read.listed.map(({ unit, row }) => [unit.id, row]));
  const units = read.listed.map(({ unit }) => unit);
  if (district !== undefined && ![...known, ...units].some(({ id }) => id === district)) {
    throw new BadFile(`None of the units is the district ${district}: nothing was entered.`);
  }
  const outcome = await enterUnits({ units, groups: read.groups }, stores, {
    at: now,
    by: operatorOf,
    record,
    ...(reason && { reason }),
  });
  if (outcome.kind === 'faults') {
    const said = refusalOf(() => throwIfRefused(outcome, lines));
    throw new BadFile([...refusedCells(outcome.faults, read, 'vi'), said].join('\n'));
  }
  throwIfRefused(outcome, lines);
  return `${units.length} units, ${outcome.changed} of them new or changed.`;

  async function previewText(list: UnitList): Promise<string> {
    const shown = previewList(list, 'vi').map(({ title, lines: each }) => [title, ...each].join('\n  '));
    const refused = list.faults.length > 0 ? undefined : await reviewEntry(entered(list), stores, now);
    if (refused?.kind === 'faults') shown.push(refusedCells(refused.faults, list, 'vi').join('\n'));
    else if (refused)
      shown.push(refusalOf(() => throwIfRefused(refused, new Map(list.listed.map(({ unit, row }) => [unit.id, row])))));
    return [summaryOf(list, 'vi'), ...shown].join('\n\n');
  }
}

const entered = ({ listed, groups }: UnitList) => ({ units: listed.map(({ unit }) => unit), groups });

function refusalOf(attempt: () => void): string {
  try {
    attempt();
    return '';
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return error.message;
  }
}

function throwIfWrong(read: UnitList): void {
  if (read.faults.length > 0) {
    const said = read.faults.map(
      (fault) =>
        `${faultLine(fault, 'vi')}\n  line ${fault.row}: ${unitListFaultTexts.en[fault.code](fault.said ?? '')}`,
    );
    throw new BadFile(said.join('\n'));
  }
  if (read.listed.length === 0) throw new BadFile(`${summaryOf(read, 'vi')}\n${summaryOf(read, 'en')}`);
}
