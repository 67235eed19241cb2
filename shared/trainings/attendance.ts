import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import { type Choices, codesOf } from '#shared/reports/choices.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** Whom trainings are for. A post is counted, never the person who has it. */
export const posts = {
  secretary: { vi: 'Bí thư', en: 'Secretary' },
  deputy: { vi: 'Phó bí thư', en: 'Deputy secretary' },
  committeeMember: { vi: 'Chi ủy viên', en: 'Committee member' },
} as const satisfies Choices;

export type Post = keyof typeof posts;

export const seatStates = {
  invited: { vi: 'Được mời', en: 'Invited' },
  came: { vi: 'Có dự', en: 'Came' },
} as const satisfies Choices;

/** Who came was invited, too. */
type SeatState = keyof typeof seatStates;

/** What is known of a cell's posts; one that is absent was not invited. */
export type CellSeats = Readonly<Partial<Record<Post, SeatState>>>;

/** The seats of a training, by cell. */
export type Seats = Readonly<Record<UnitId, CellSeats>>;

const codes = codesOf(posts);

/** @example seatField('hiep-hoa.thanh-van.thanh-binh', 'deputy') //=> 'seat.hiep-hoa.thanh-van.thanh-binh.deputy' */
export function seatField(cell: UnitId, post: Post): string {
  return `seat.${cell}.${post}`;
}

interface Setting {
  /** The cells of which its holder may say who came. */
  readonly cells: readonly Pick<Unit, 'id'>[];
  /** What is stored: cells of which the form says nothing keep it. */
  readonly seats: Seats;
  /** The day of the training, and today in Vietnam: before it nobody has come. */
  readonly day: Day;
  readonly today: Day;
}

/** Reads who was invited and who came. The form has one commune's cells, or fewer. */
export function parseAttendance(
  typed: Typed,
  { cells, seats, day, today }: Setting,
): { readonly ok: true; readonly seats: Seats } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const fields = new Fields(typed);
  const states = codesOf(seatStates);
  const said = cells
    .filter(({ id }) => codes.some((post) => typed[seatField(id, post)] !== undefined))
    .map(({ id }) => {
      const own = codes.flatMap((post): [Post, SeatState][] => {
        const field = seatField(id, post);
        const state = fields.optionalChoice(field, states);
        if (state === 'came' && day > today) fields.refuse(field, 'day-in-future');
        return state ? [[post, state]] : [];
      });
      return [id, Object.fromEntries(own) as CellSeats] as const;
    });
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  const merged = { ...seats, ...Object.fromEntries(said) };
  return { ok: true, seats: Object.fromEntries(Object.entries(merged).filter(([, own]) => codes.some((p) => own[p]))) };
}

/** The seats as fields of their form. */
export function typedSeats(seats: Seats): Typed {
  return Object.fromEntries(
    Object.entries(seats).flatMap(([cell, own]) => codes.map((post) => [seatField(cell, post), own[post] ?? ''])),
  );
}

/** How many were invited and how many of them came, of one post or of all. */
export interface SeatCount {
  readonly invited: number;
  readonly came: number;
}

/** Counts the seats of some cells. */
export function countSeats(seats: readonly (CellSeats | undefined)[], of: readonly Post[] = codes): SeatCount {
  const all = seats.flatMap((own) => of.flatMap((post) => own?.[post] ?? []));
  return { invited: all.length, came: all.filter((state) => state === 'came').length };
}

/**
 * The seats by the cells that stand now: what a cell had that has ended since is its heir's.
 *
 * @param heirs the units that have ended, each with the one that carries it on
 */
export function seatsNow(seats: Seats, heirs: ReadonlyMap<UnitId, UnitId> = new Map()): Seats {
  const now: Record<UnitId, CellSeats> = {};
  for (const [cell, own] of Object.entries(seats)) {
    const heir = heirs.get(cell) ?? cell;
    const before = now[heir];
    const came = codes.filter((post) => before?.[post] === 'came');
    now[heir] = { ...before, ...own, ...Object.fromEntries(came.map((post) => [post, 'came'] as const)) };
  }
  return now;
}
