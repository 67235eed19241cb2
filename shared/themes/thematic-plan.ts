import type { Actor } from '#shared/access/session.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Day, type Instant, type Month, monthOf, monthsOf, type Period, quarterOf } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { type Theme, themeCodes } from '#shared/themes/themes.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** A calendar year, `2021`. */
export type Year = Period;
export const quarterNumbers = ['1', '2', '3', '4'] as const;
export type QuarterNumber = (typeof quarterNumbers)[number];

/** The planned subject of a thematic meeting, and its title if it is already decided. */
export interface PlannedTheme {
  readonly theme: Theme;
  readonly title?: string;
}

/** A cell's thematic meetings of a year, by quarter. A quarter without a plan has no entry. */
export interface ThematicPlan {
  readonly cell: UnitId;
  readonly year: Year;
  readonly quarters: Readonly<Partial<Record<QuarterNumber, PlannedTheme>>>;
}

/** A plan as it was entered. Revisions are only ever added. */
export interface ThematicPlanRevision extends ThematicPlan {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** A thematic meeting that was reported. */
export interface ThematicMeeting {
  readonly id: ReportId;
  readonly cell: UnitId;
  readonly date: Day;
}

/** A cell's quarter: its plan, and the thematic meetings that were held, oldest first. */
export interface ThemeQuarter {
  readonly number: QuarterNumber;
  readonly planned?: PlannedTheme;
  readonly held: readonly ThematicMeeting[];
  /** Whether the quarter has ended. */
  readonly over: boolean;
}

export interface ThemeYear {
  readonly cell: Unit;
  readonly quarters: readonly ThemeQuarter[];
}

const LONGEST_TITLE = 200;

/** @example quarterIn('2021', '1') //=> '2021-Q1' */
export function quarterIn(year: Year, number: QuarterNumber): Period {
  return `${year}-Q${number}` as Period;
}

/** Whether a quarter has ended by a month: its plan can no longer change. */
export function isOver(year: Year, number: QuarterNumber, month: Month): boolean {
  return (monthsOf(quarterIn(year, number)).at(-1) as Month) < month;
}

export function themeField(cell: UnitId, number: QuarterNumber, part: 'theme' | 'title'): string {
  return `plan.${cell}.${number}.${part}`;
}

/** The field with the revision of a cell's plan that the writer has seen. */
export function baseField(cell: UnitId): string {
  return `base.${cell}`;
}

export type ParsedPlans =
  | { readonly ok: true; readonly plans: readonly { readonly plan: ThematicPlan; readonly base: number }[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

interface PlanSetting {
  readonly year: Year;
  /** The current month. */
  readonly month: Month;
  readonly cells: readonly Pick<Unit, 'id'>[];
  readonly stored: ReadonlyMap<UnitId, ThematicPlan>;
}

/**
 * Reads the plans of cells: a subject and a title per quarter. Ended quarters stay as they are stored, and so does the
 * plan of a cell of which the form does not ask.
 */
export function parseThematicPlans(typed: Typed, { year, month, cells, stored }: PlanSetting): ParsedPlans {
  const fields = new Fields(typed);
  const isAsked = ({ id }: Pick<Unit, 'id'>) =>
    baseField(id) in typed ||
    quarterNumbers.some(
      (number) => themeField(id, number, 'theme') in typed || themeField(id, number, 'title') in typed,
    );
  const plans = cells.filter(isAsked).map(({ id: cell }) => {
    const before = stored.get(cell)?.quarters ?? {};
    const quarters = quarterNumbers.flatMap((number): [QuarterNumber, PlannedTheme][] => {
      const kept = before[number];
      if (isOver(year, number, month)) return kept ? [[number, kept]] : [];
      const theme = fields.optionalChoice(themeField(cell, number, 'theme'), themeCodes);
      const title = fields.optionalWords(themeField(cell, number, 'title'), LONGEST_TITLE);
      if (!theme && title !== undefined) fields.refuse(themeField(cell, number, 'theme'), 'required');
      return theme ? [[number, { theme, ...(title !== undefined && { title: oneLine(title) }) }]] : [];
    });
    const base = fields.count(baseField(cell), 'optional', 9999) ?? 0;
    return { plan: { cell, year, quarters: Object.fromEntries(quarters) }, base };
  });
  fields.refuseOthers();
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, plans };
}

/** Plans as fields of their form. */
export function typedThematicPlans(plans: Iterable<ThematicPlan>): Typed {
  return Object.fromEntries(
    [...plans].flatMap(({ cell, quarters }) =>
      Object.entries(quarters).flatMap(([number, { theme, title }]) => [
        [themeField(cell, number as QuarterNumber, 'theme'), theme],
        [themeField(cell, number as QuarterNumber, 'title'), title ?? ''],
      ]),
    ),
  );
}

/**
 * A cell's year: each quarter with its plan and the thematic meetings held in it, whether planned or not.
 *
 * @param meetings the year's reports of this and other cells
 * @param month the month that runs
 */
export function themeYearOf(
  cell: Unit,
  plan: ThematicPlan | undefined,
  meetings: readonly ThematicMeeting[],
  year: Year,
  month: Month,
): ThemeYear {
  return {
    cell,
    quarters: quarterNumbers.map((number) => {
      const planned = plan?.quarters[number];
      const held = meetings.filter(
        (meeting) => meeting.cell === cell.id && quarterOf(monthOf(meeting.date)) === quarterIn(year, number),
      );
      return {
        number,
        ...(planned && { planned }),
        held: [...held].sort((a, b) => (a.date < b.date ? -1 : 1)),
        over: isOver(year, number, month),
      };
    }),
  };
}

/** @example yearOf('2021-02') //=> '2021' */
export function yearOf(month: Month): Year {
  return month.slice(0, 4) as Year;
}

/** The quarter of a month, by its number in the year. */
export function quarterNumberOf(month: Month): QuarterNumber {
  return quarterOf(month).slice(-1) as QuarterNumber;
}

/**
 * The meetings that cells planned for the quarter of a month and have not held yet.
 *
 * @param held the thematic meetings of the quarter
 */
export function themesToCome(
  plans: Iterable<ThematicPlan>,
  held: readonly ThematicMeeting[],
  month: Month,
): ReadonlyMap<UnitId, PlannedTheme> {
  const done = new Set(held.map(({ cell }) => cell));
  return new Map(
    [...plans].flatMap(({ cell, quarters }): [UnitId, PlannedTheme][] => {
      const planned = quarters[quarterNumberOf(month)];
      return planned && !done.has(cell) ? [[cell, planned]] : [];
    }),
  );
}

/** The thematic meetings among reports. */
export function thematicAmong(
  reports: readonly { readonly id: ReportId; readonly report: Pick<ReportFigures, 'cell' | 'date' | 'kind'> }[],
): ThematicMeeting[] {
  return reports.flatMap(({ id, report: { cell, date, kind } }) => (kind === 'thematic' ? [{ id, cell, date }] : []));
}
