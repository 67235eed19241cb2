import type { UnitId } from '#shared/units/units.ts';

/** The kinds of stored things that may turn out to be unreadable. */
export const itemKinds = [
  'report',
  'visit',
  'matter',
  'themes',
  'officers',
  'officer-record',
  'groups',
  'units',
  'reopening',
  'guidance',
  'library',
  'training',
  'scorecard',
  'shared',
  'targets',
  'ask',
  'task',
  'register',
  'agenda',
  'proposal',
  'action',
  'briefing',
  'summary',
  'baseline',
  'shapes',
  'token',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Something stored, by its kind and the name by which scorecards call it: `{id}#{revision}`. */
export interface ItemName {
  readonly kind: ItemKind;
  readonly name: string;
}

/**
 * Something that a scorecard has in none of its figures, and why: it cannot be read or judged, or its unit does not
 * stand in the month.
 */
export interface LeftOut extends ItemName {
  readonly why: 'unreadable' | 'no-unit';
}

/** How a scorecard names what it left out, among its inputs: the same data then always have the same digest. */
export function leftOutInput({ name, why }: LeftOut): string {
  return `${name} ${why}`;
}

/** Whether an input is not what was counted but what was left out. */
export function isLeftOut(input: string): boolean {
  return / (unreadable|no-unit)$/.test(input);
}

/** The unit that a name of an item begins with. */
export function unitNamed(name: string): UnitId {
  return name.split('_', 1)[0] as UnitId;
}

/** The id of the thing that a name, or an input, is one revision of. */
export function thingNamed(name: string): string {
  return name.split(/[# ]/, 1)[0] as string;
}

/** The number of the revision in a name or an input; 0 where it has none. */
export function revisionNamed(name: string): number {
  return Number(/#(\d+)(?: |$)/.exec(name)?.[1] ?? 0);
}
