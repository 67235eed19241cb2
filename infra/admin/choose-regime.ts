import { type ChangeStores, changeUnits } from '#functions/store/change-units.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import { canonical } from '#shared/digest.ts';
import {
  findRegime,
  type MinutesFrom,
  type RegimeChoice,
  regimeById,
  type Settings,
  type Target,
  yearRules,
} from '#shared/norms/regimes.ts';
import type { Instant } from '#shared/period.ts';
import { isOpenAgain } from '#shared/scorecards/reopening.ts';
import { deadlines, type Unit, type UnitId } from '#shared/units/units.ts';

/**
 * Sets the regime by which a district is judged from a month on. Closed months keep the regime they were judged by. What
 * is chosen already is not chosen again; what is new is on the district's record.
 *
 * @throws {Error} for an unknown district or regime, and for a closed month
 */
export async function chooseRegime(
  district: UnitId,
  choice: RegimeChoice,
  stores: Omit<ChangeStores, 'record'> & { readonly directory: Pick<DirectoryStore, 'newestUnitsOf'> },
  now: Instant,
  record: OperatorRecord,
): Promise<void> {
  const unit = (await stores.directory.newestUnitsOf(district))?.units[0];
  if (!unit) throw new Error(`There is no district ${district}.`);
  if (!findRegime(choice.from)) throw new Error(`No regime covers ${choice.from}.`);
  if (choice.regime !== undefined && !regimeById(choice.regime))
    throw new Error(`There is no regime ${choice.regime}.`);
  const [official, reopening] = await Promise.all([
    stores.scorecards.official(district, choice.from),
    stores.reopenings.last(district, choice.from),
  ]);
  const isOpen = now <= deadlines(unit, choice.from).closing || (official && isOpenAgain(official, reopening));
  if (!isOpen) throw new Error(`${choice.from} is closed: choose a later month, or reopen it.`);
  const same = unit.choices?.find(({ from }) => from === choice.from);
  if (same && canonical(same) === canonical(choice)) return;
  const { from, regime = 'by-date', settings = {} } = choice;
  const said = `regime ${from} ${regime} ${canonical(settings)}`;
  const recording = { ...stores, record: () => record(district, 'norms', said) };
  const choose = ({ choices = [], ...rest }: Unit): Unit => ({
    ...rest,
    choices: [...choices.filter(({ from }) => from !== choice.from), choice],
  });
  const change = (units: readonly Unit[]) => units.map((each) => (each.id === district ? choose(each) : each));
  throwIfRefused(await changeUnits(district, change, { by: operatorOf(district), at: now }, recording));
}

/** How each setting is typed on the command line. */
const readers = {
  attendance: (text) => {
    const [comparison = '', percent] = match(text, /^(>=|>)(\d{1,3})$/, '--attendance is written ">=85" or ">85".');
    if (Number(percent) > 100) throw new Error('--attendance is at most 100.');
    return { attendance: { comparison: comparison as Target['comparison'], percent: Number(percent) } };
  },
  minutes: (text) => ({
    minimumMinutes: text
      .split(',')
      .map(readMinutes)
      .sort((a, b) => a.members - b.members),
  }),
  excused: (text) => ({ excused: readExcused(text) }),
  thematics: (text) => ({
    thematicsAQuarter: Number(match(text, /^([0-3])$/, '--thematics is how many a quarter: 0 to 3.')[0]),
  }),
  'meeting-day': (text) => {
    const [day, until] = readDays(text, '--meeting-day is written "3/7": the day, and until when it may be moved.');
    return { meetingDay: { day, until } };
  },
  deadlines: (text) => {
    const [due, closing] = readDays(text, '--deadlines is written "5/10": due and closing day of the next month.');
    return { deadlines: { due, closing } };
  },
  year: (text) => {
    if (!Object.hasOwn(yearRules, text)) throw new Error(`--year is one of: ${Object.keys(yearRules).join(', ')}.`);
    return { year: text as keyof typeof yearRules };
  },
} satisfies Record<string, (text: string) => Settings>;

export type SettingOption = keyof typeof readers;
export const settingOptions = Object.keys(readers) as readonly SettingOption[];

/**
 * @example readSettings({ attendance: '>85', minutes: '60/90' }) //=> { attendance: { comparison: '>', percent: 85 }, minimumMinutes: [{ members: 0, regular: 60, withThematic: 90 }] }
 * @throws {Error} for what cannot be read
 */
export function readSettings(typed: Readonly<Partial<Record<SettingOption, string>>>): Settings {
  const read = settingOptions.map((option): Settings => {
    const text = typed[option];
    return text === undefined ? {} : readers[option](text);
  });
  return Object.assign({}, ...read) as Settings;
}

function match(text: string, pattern: RegExp, problem: string): string[] {
  const found = pattern.exec(text);
  if (!found) throw new Error(problem);
  return found.slice(1);
}

/** Reads one step: the first is for every cell, each later one for larger cells. */
function readMinutes(text: string, at: number): MinutesFrom {
  const [members = '0', regular, withThematic] = match(
    text,
    at === 0 ? /^()(\d{2,3})\/(\d{2,3})$/ : /^(\d{1,3}):(\d{2,3})\/(\d{2,3})$/,
    '--minutes is written "90/120": regular, and with a thematic part; larger cells after it: "90/120,30:120/150".',
  );
  return { members: Number(members), regular: Number(regular), withThematic: Number(withThematic) };
}

/** Reads two days that every month has, the later one last. */
function readDays(text: string, problem: string): [number, number] {
  const [first, last] = match(text, /^(\d{1,2})\/(\d{1,2})$/, problem).map(Number) as [number, number];
  if (first < 1 || last < first || last > 28) throw new Error(problem);
  return [first, last];
}

function readExcused(text: string): NonNullable<Settings['excused']> {
  if (text !== 'in-base' && text !== 'out-of-base') throw new Error('--excused is in-base or out-of-base.');
  return text;
}
