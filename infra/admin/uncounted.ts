import { count, countedDistrict } from '#functions/rollup/count.ts';
import type { Stores } from '#functions/rollup/run.ts';
import { earlierInQuarter, endOfMonth, type Month } from '#shared/period.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { changedInputs, type InputChange, isOfDirectory } from '#shared/scorecards/inputs.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { communesBefore } from '#shared/units/directory-with-heirs.ts';
import { type Directory, districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export type UncountedStores = Pick<Stores, 'directory' | 'officers' | 'thematicPlans' | 'reopenings'> & {
  readonly reports: Pick<Stores['reports'], 'newestOfMonth' | 'thematicOfMonth'>;
  readonly visits: Pick<Stores['visits'], 'ofMonth'>;
  readonly matters: Pick<Stores['matters'], 'all'>;
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
  const faults: string[] = [];
  const readable = async <Item>(what: string, read: Promise<readonly Item[]>): Promise<readonly Item[]> => {
    try {
      return await read;
    } catch (error) {
      faults.push(`No run can read the ${what}: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  };
  const units = [unit, ...communesBefore(unit, directory)];
  const ofAll = async <T>(read: (each: UnitId) => Promise<readonly T[]>) => (await Promise.all(units.map(read))).flat();
  const thematics = earlierInQuarter(month).map((of) => ofAll((each) => stores.reports.thematicOfMonth(each, of)));
  const reopening = unit === districtOf(unit) ? await stores.reopenings.last(unit, month) : undefined;
  const read = {
    month: await readable('reports', stores.reports.newestOfMonth(unit, month)),
    before: await readable(
      'thematic reports',
      Promise.all(thematics).then((each) => each.flat()),
    ),
    besides: {
      matters: await readable(
        'matters',
        ofAll((each) => stores.matters.all(each)),
      ),
      visits: await readable('visits', stores.visits.ofMonth(unit, month)),
      lists: await readable(
        'lists of officers',
        ofAll((each) => stores.officers.lists(each)),
      ),
      records: await readable('records of officers', stores.officers.recordRevisions(unit, month)),
      plans: await readable(
        'thematic plans',
        ofAll((each) => stores.thematicPlans.revisions(each, yearOf(month))),
      ),
    },
    ...(reopening && { reopening }),
  };
  const counted = count({ directory, month, now: endOfMonth(month) }, read);
  const own = [countedDistrict(directory, counted), ...counted.communes].find(
    ({ figures }) => figures.unit.id === unit,
  );
  const kept = named.inputs.filter((input) => !named.expired.includes(input));
  return [
    ...faults,
    ...changedInputs(kept, own?.inputs ?? []).flatMap(wordsOf),
    ...counted.rejected.map((id) => rejectedWords(id, directory)),
    ...(await otherDirectory(named, stores)),
  ];
}

/** What is named and no longer there is said where the scorecard is counted again. */
function wordsOf({ id, revision, before, kind }: InputChange): string[] {
  if (revision === undefined) return [];
  if (kind === 'reopening') return [`The month was opened again and has not been closed since: ${id}#${revision}`];
  return [
    before === undefined ? `Not counted: ${id}#${revision}` : `Newer than counted: ${id}#${revision}, not ${before}`,
  ];
}

function rejectedWords(id: string, { cells }: Directory): string {
  const cell = id.split('_', 1)[0];
  return cells.some((each) => each.id === cell)
    ? `No run can count, since its content does not match its digest or cannot be judged: ${id}`
    : `Not counted, since its cell does not stand in the month: ${id}`;
}

/** Whether the directory of now says otherwise of the closed month: a change that came while it closed. */
async function otherDirectory({ unit, month, inputs }: Named, { directory }: UncountedStores): Promise<string[]> {
  const now = await directory.directory(districtOf(unit), month);
  if (!now) return [];
  const own = directoryInputs(month, now).filter((input) => isWithin(input.split('_', 1)[0] as UnitId, unit));
  const before = inputs.filter(isOfDirectory);
  const ids = new Set([...changedInputs(before, own)].map(({ id }) => id));
  return [...ids].map((id) => `The directory now says otherwise of the month, which was not opened again: ${id}`);
}
