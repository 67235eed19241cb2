import { count, countedDistrict } from '#functions/rollup/count.ts';
import type { Stores } from '#functions/rollup/run.ts';
import { noted } from '#functions/store/pages.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { addMonths, earlierInQuarter, endOfMonth, type Month } from '#shared/period.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { changedInputs, type InputChange, isOfDirectory } from '#shared/scorecards/inputs.ts';
import { type LeftOut, unitNamed } from '#shared/scorecards/left-out.ts';
import { monthsToCompare } from '#shared/scorecards/monotony.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { communesBefore } from '#shared/units/directory-with-heirs.ts';
import { type Directory, districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export type UncountedStores = Pick<Stores, 'directory' | 'officers' | 'thematicPlans' | 'reopenings'> & {
  readonly reports: Pick<Stores['reports'], 'newestOfMonth' | 'thematicOfMonth' | 'classedOfMonth'>;
  readonly visits: Pick<Stores['visits'], 'ofMonth'>;
  readonly matters: Pick<Stores['matters'], 'all'>;
  readonly scorecards: Pick<Stores['scorecards'], 'official'>;
};

/** An official scorecard by what it names. */
interface Named {
  readonly unit: UnitId;
  readonly month: Month;
  readonly inputs: readonly string[];
  /** Inputs that are not kept any more. */
  readonly expired: readonly string[];
  /** The directory that it counted. */
  readonly directory: Directory;
}

/**
 * What a closing of now would count that an official scorecard does not, and what no closing could count: newer
 * revisions, reports of units that do not stand, items that cannot be read, and a directory that says otherwise by now.
 *
 * @returns one sentence each
 */
export async function uncounted(named: Named, stores: UncountedStores): Promise<string[]> {
  const { unit, month, directory } = named;
  const { result, unreadable } = await listingUnreadable(async () => ({
    read: await readAll(named, stores),
    reopening: unit === districtOf(unit) ? await stores.reopenings.last(unit, month) : undefined,
    otherwise: await otherDirectory(named, stores),
    // A run compares with these.
    earlier: await Promise.all([1, 12].map((months) => earlier(unit, addMonths(month, -months), stores))),
  }));
  const { read, reopening, otherwise } = result;
  const countable = { ...read, unreadable, ...(reopening && { reopening }) };
  const counted = count({ directory, month, now: endOfMonth(month) }, countable);
  const whole = countedDistrict(directory, counted);
  const own = [whole, ...counted.communes].find(({ figures }) => figures.unit.id === unit);
  const kept = named.inputs.filter((input) => !named.expired.includes(input));
  return [...changedInputs(kept, own?.inputs ?? []).flatMap(wordsOf), ...whole.leftOut.map(leftOutWords), ...otherwise];
}

async function readAll({ unit, month, directory }: Named, stores: UncountedStores) {
  const units = [unit, ...communesBefore(unit, directory)];
  const ofAll = async <T>(read: (each: UnitId) => Promise<readonly T[]>) => (await Promise.all(units.map(read))).flat();
  const thematics = earlierInQuarter(month).map((of) => ofAll((each) => stores.reports.thematicOfMonth(each, of)));
  const classed = monthsToCompare(month).map((of) => ofAll((each) => stores.reports.classedOfMonth(each, of)));
  return {
    month: await stores.reports.newestOfMonth(unit, month),
    before: (await Promise.all(thematics)).flat(),
    classed: (await Promise.all(classed)).flat(),
    besides: {
      matters: await ofAll((each) => stores.matters.all(each)),
      visits: await stores.visits.ofMonth(unit, month),
      lists: await ofAll((each) => stores.officers.lists(each)),
      records: await stores.officers.recordRevisions(unit, month),
      plans: await ofAll((each) => stores.thematicPlans.revisions(each, yearOf(month))),
    },
  };
}

async function earlier(unit: UnitId, month: Month, { scorecards }: UncountedStores): Promise<void> {
  await scorecards.official(unit, month).catch((error: unknown) => noted(error, 'scorecard'));
}

/** What is named and no longer there is said where the scorecard is counted again. */
function wordsOf({ id, revision, before, kind }: InputChange): string[] {
  if (revision === undefined) return [];
  if (kind === 'reopening') return [`The month was opened again and has not been closed since: ${id}#${revision}`];
  return [
    before === undefined ? `Not counted: ${id}#${revision}` : `Newer than counted: ${id}#${revision}, not ${before}`,
  ];
}

function leftOutWords({ kind, name, why }: LeftOut): string {
  if (why === 'no-unit') return `Not counted, since its cell does not stand in the month: ${name}`;
  return kind === 'report'
    ? `No run can count, since its content does not match its digest or cannot be judged: ${name}`
    : `No run can read: ${name}`;
}

/** Whether the directory of now says otherwise of the closed month: a change that came while it closed. */
async function otherDirectory({ unit, month, inputs }: Named, { directory }: UncountedStores): Promise<string[]> {
  const now = await directory.directory(districtOf(unit), month);
  if (!now) return [];
  const own = directoryInputs(month, now).filter((input) => isWithin(unitNamed(input), unit));
  const before = inputs.filter(isOfDirectory);
  const ids = new Set([...changedInputs(before, own)].map(({ id }) => id));
  return [...ids].map((id) => `The directory now says otherwise of the month, which was not opened again: ${id}`);
}
