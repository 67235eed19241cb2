import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Month, parseTypedMonth } from '#shared/period.ts';
import type { GroupMember, Unit, UnitId } from '#shared/units/units.ts';
import { type GroupList, reassign } from '#shared/visits/groups.ts';

/** More members than any group has; a longer list was pasted by mistake. */
const MOST_MEMBERS = 20;
const LONGEST_LINE = 200;

export type ParsedGroups =
  | { readonly ok: true; readonly list: GroupList }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** @example assignField('hiep-hoa.thanh-van') //=> 'group.hiep-hoa.thanh-van' */
export function assignField(commune: UnitId): string {
  return `group.${commune}`;
}

/**
 * Reads which group answers for each commune, starting with the month `from`.
 *
 * @param communes the communes that exist in the month
 * @param earliest the first month that may be changed: earlier months are over
 */
export function parseAssignments(
  typed: Typed,
  list: GroupList,
  communes: readonly Pick<Unit, 'id'>[],
  earliest: Month,
): ParsedGroups {
  const fields = new Fields(typed);
  const from = fields.required('from', parseTypedMonth, 'not-a-month');
  if (from && from < earliest) {
    fields.refuse('from', 'month-over', { month: `${earliest.slice(5)}/${earliest.slice(0, 4)}` });
  }
  const numbers = list.groups.map(({ number }) => String(number));
  const chosen = communes.map(({ id }) => [id, fields.optionalChoice(assignField(id), numbers)] as const);
  fields.refuseOthers();
  if (fields.errors.length > 0 || !from) return { ok: false, errors: fields.errors };
  const groups = new Map(chosen.map(([id, number]) => [id, number === undefined ? undefined : Number(number)]));
  return { ok: true, list: { ...list, assignments: reassign(list.assignments, groups, from) } };
}

/**
 * Reads the members of a group: its head, and the others one per line, each a post and, after a semicolon, the organ.
 * A group that is not yet on the list is added.
 */
export function parseMembers(typed: Typed, list: GroupList): ParsedGroups {
  const fields = new Fields(typed);
  const number = fields.required(
    'number',
    (text) => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined),
    'not-a-count',
  );
  const head = fields.words('head', LONGEST_LINE);
  const lines = fields.optionalWords('groupMembers', MOST_MEMBERS * LONGEST_LINE)?.split('\n') ?? [];
  const members = [head ?? '', ...lines].flatMap(readMember);
  if (members.length > MOST_MEMBERS) fields.refuse('groupMembers', 'too-large', { max: MOST_MEMBERS });
  fields.refuseOthers();
  if (fields.errors.length > 0 || number === undefined) return { ok: false, errors: fields.errors };
  const groups = [...list.groups.filter((each) => each.number !== number), { number, members }];
  return { ok: true, list: { ...list, groups: groups.sort((a, b) => a.number - b.number) } };
}

function readMember(line: string): GroupMember[] {
  const [post = '', ...rest] = line.split(';').map(oneLine);
  const organ = rest.join(', ');
  return post === '' ? [] : [{ post, ...(organ !== '' && { organ }) }];
}

/** The members as fields of their form. */
export function typedGroup([head, ...others]: readonly GroupMember[]): Typed {
  const line = ({ post, organ }: GroupMember) => (organ === undefined ? post : `${post}; ${organ}`);
  return { head: head ? line(head) : '', groupMembers: others.map(line).join('\n') };
}
