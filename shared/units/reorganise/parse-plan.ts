import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { parseTypedMonth } from '#shared/period.ts';
import type { Act, ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import { type ReadPlan, readPlan } from '#shared/units/reorganise/read-plan.ts';
import { slugOf } from '#shared/units/slug-of.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** How many new communes the form has room for; a plan with more is sent as a file. */
export const MOST_NEW = 8;
/** What is chosen for a commune that nothing follows. */
export const ENDS = 'end';

export const intoField = (commune: UnitId) => `into.${commune}`;
export const newName = (number: number) => `name${number}`;
export const newKind = (number: number) => `kind${number}`;

/** A plan as the page's form or its file says it, or what is wrong with what was typed. */
export type ParsedPlan =
  | { readonly ok: true; readonly plan: ReorganisationPlan }
  | {
      readonly ok: false;
      readonly errors: readonly FieldError[];
      /** The columns or lines of a file that is no plan. */
      readonly unread?: Extract<ReadPlan, { ok: false }>;
    };

const LONGEST_NAME = 100;
const LONGEST_PLAN = 200_000;

/**
 * Reads a plan from what was typed: from `plan` or `file`, which are plans as files; otherwise from the new communes
 * (`name1`, `kind1` …) and what is chosen for each commune. A new commune that one alone is chosen for is its new name;
 * with `boards`, each new commune has a board of its own, which takes over from the district.
 *
 * @param communes those that the form shows
 */
export function parsePlan(typed: Typed, district: UnitId, communes: readonly Unit[]): ParsedPlan {
  const fields = new Fields(typed);
  const month = fields.required('month', parseTypedMonth, 'not-a-month');
  const text = fields.optionalWords('file', LONGEST_PLAN) ?? fields.optionalWords('plan', LONGEST_PLAN);
  const chosen = actsOf(fields, month ?? '', district, communes, text === undefined);
  fields.refuseOthers();
  const read = text === undefined ? undefined : readPlan(text);
  if (read && !read.ok) return { ok: false, errors: fields.errors, unread: read };
  return month && fields.errors.length === 0
    ? { ok: true, plan: { month, acts: read?.acts ?? chosen } }
    : { ok: false, errors: fields.errors };
}

/** @param isAsked whether the form says the plan, so that names may lack */
function actsOf(
  fields: Fields,
  month: string,
  district: UnitId,
  communes: readonly Unit[],
  isAsked: boolean,
): readonly Act[] {
  const numbers = Array.from({ length: MOST_NEW }, (_, at) => at + 1);
  const choices = [...numbers.map(String), ENDS];
  const into = Map.groupBy(communes, ({ id }) => fields.optionalChoice(intoField(id), choices));
  const hasBoards = fields.optionalChoice('boards', ['yes']) === 'yes';
  const ids = communes.map(({ id }) => id);
  const given: UnitId[] = [];
  const acts = numbers.flatMap((number) => {
    const from = (into.get(String(number)) ?? []).map(({ id }) => id);
    const name = fields.optionalWords(newName(number), LONGEST_NAME) ?? '';
    const kind = fields.optionalWords(newKind(number), LONGEST_NAME) ?? 'xã';
    if (isAsked && from.length > 0 && !slugOf(name)) fields.refuse(newName(number), 'required');
    const others = [district, ...ids.filter((id) => !from.includes(id)), ...given];
    const made = newCommune({ name, kind, from, others, district, year: month.slice(0, 4), number, hasBoards });
    given.push(...made.flatMap(({ to }) => to ?? []));
    return made;
  });
  const ended = into.get(ENDS) ?? [];
  return [...acts, ...ended.map(({ id }): Act => ({ what: 'abolish', from: id }))];
}

interface NewCommune extends Pick<Unit, 'name' | 'kind'> {
  readonly from: readonly UnitId[];
  /** Ids that are none of its own: of the district, of the communes that do not go into it, of the new ones before it. */
  readonly others: readonly UnitId[];
  readonly district: UnitId;
  readonly year: string;
  readonly number: number;
  readonly hasBoards: boolean;
}

function newCommune({ name, kind, from, others, district, year, number, hasBoards }: NewCommune): readonly Act[] {
  const slug = slugOf(name);
  const [only, ...more] = from;
  if (!only || !slug) return [];
  // A commune that goes elsewhere must not be drawn in by its name, nor two new ones become one by theirs.
  const free = (id: UnitId) =>
    [id, `${id}-${year}`].find((each) => !others.includes(each)) ?? `${id}-${year}-${number}`;
  const merge = (to: UnitId) => from.map((each): Act => ({ what: 'merge', from: each, to, name, kind }));
  if (hasBoards) {
    const root = free([slugOf(kind), slug].filter(Boolean).join('-'));
    return [{ what: 'root', from: district, to: root, name, kind }, ...merge(`${root}.${slug}`)];
  }
  if (more.length === 0) return [{ what: 'rename', from: only, name, kind }];
  return merge(free(`${district}.${slug}`));
}
