import { transientKinds } from '#functions/store/tables.ts';
import type { ItemKind } from '#shared/scorecards/left-out.ts';
import { districtOf, isUnitId } from '#shared/units/units.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The parts of a key: the partition's after its unit, and the sort key's before the number of its revision. */
interface Parts {
  readonly unit: string;
  readonly partition: readonly string[];
  readonly thing: string;
}

/** What scorecards call the thing of a key, by its kind: an id that begins with the unit. */
const things: Readonly<Record<ItemKind, (parts: Parts) => string>> = {
  report: ({ thing }) => thing,
  visit: ({ thing }) => thing.replace('visit#', ''),
  matter: ({ thing }) => thing,
  themes: ({ thing, partition: [, year] }) => `${thing}_${year}_themes`,
  officers: ({ thing }) => `${thing}_charge`,
  'officer-record': ({ thing, partition: [month] }) => `${thing.replace('charge#', '')}_${month}_charge`,
  groups: ({ unit }) => `${unit}_groups`,
  units: ({ thing }) => `${thing.replace('units#', '')}_units`,
  reopening: ({ unit, thing }) => `${unit}_${thing.replace('reopened#', '')}_reopened`,
  guidance: ({ unit, thing }) => `${unit}_${thing.replace('#', '_')}`,
  library: ({ unit, thing }) => `${unit}_${thing.replaceAll('#', '_')}`,
  training: ({ unit, thing }) => `${unit}_${thing.replaceAll('#', '_')}`,
  scorecard: ({ unit, thing }) => `${unit}_${thing.replace('#', '_')}`,
  shared: ({ thing }) => `${thing}_shared`,
  targets: ({ thing }) => `${thing}_targets`,
  ask: ({ thing }) => thing,
  proposal: ({ unit, thing }) => `${unit}_${thing.replace(/^proposal#0*/, '')}`,
  task: ({ thing }) => thing.replace('task#', ''),
  register: ({ thing }) => `${thing}_register`,
  action: ({ thing }) => thing,
  baseline: ({ unit, thing }) => `${unit}_${thing.replace('baseline#', '')}_baseline`,
  shapes: ({ unit }) => `${unit}_shapes`,
  briefing: ({ thing }) => `${thing}_briefing`,
  summary: ({ thing }) => `${thing}_summary`,
  token: ({ unit, thing }) => `${unit}_${thing.replace('#', '_')}`,
  agenda: ({ thing }) => `${thing.replace('agenda#', '')}_agenda`,
};

/** Longer names are cut: what is broken may be of any length. */
const LONGEST = 300;

/** What an item is called by the log, on pages and by scorecards, whatever its content: `{id}#{revision}`. */
export function nameOf(kind: ItemKind, { pk, sk }: Key): string {
  const [unit = '', ...partition] = pk.replace(transientKinds.proposals, '').split('#');
  const [, before, number] = /^(.*)#(\d{4})$/s.exec(sk) ?? [];
  const thing = things[kind]({ unit, partition, thing: before ?? sk });
  const named = number === undefined ? thing : `${thing}#${Number(number)}`;
  // A key that names no unit of the district is still the district's.
  const own = named.split('_', 1)[0] as string;
  const name = isUnitId(own) && districtOf(own) === districtOf(unit) ? named : `${unit}_${named}`;
  return name.replace(/\s/g, '_').slice(0, LONGEST);
}
