import type { CriterionResult } from '#shared/judging/judgement.ts';
import { addMonths, monthOf } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import type { ComparedReport } from '#shared/reviews/compared.ts';

/** How many months before are compared. */
export const MONTHS_BEFORE = 3;

/** What a sentinel saw, as its sentence names it: numbers, a month, or ids of lines, cells and units of results. */
export type Seen = Readonly<Record<string, number | string | readonly string[]>>;

/** A rule that finds what a reviewer should look at. It accuses nobody: each may have a good reason. */
interface Sentinel<Limits> {
  readonly limits: Limits;
  /** What was seen; `undefined` where nothing stands out. */
  readonly look: (compared: ComparedReport, limits: Limits) => Seen | undefined;
}

/** Binds the limits of a rule to its function. */
const rule = <Limits>(sentinel: Sentinel<Limits>) => ({
  limits: sentinel.limits,
  look: (compared: ComparedReport) => sentinel.look(compared, sentinel.limits),
});

/**
 * The sentinels of data quality, in the order in which a reviewer should ask. The limits are such that of a year of
 * honest reports hardly any is named: `test/shared/reviews/false-alarms.test.ts` measures each on the demonstration year.
 */
export const sentinels = {
  /**
   * The cell's own points are so many points in a hundred above what its figures give. Careful cells have high points
   * in both; on honest sheets 99 of 100 differ by less. Below `leastMax` computed points chance decides.
   */
  'self-mark': rule({
    limits: { above: 30, leastMax: 20 },
    look({ criteria }, { above, leastMax }) {
      const own = sharesOf(criteria, 'judged');
      const computed = sharesOf(criteria, 'computed');
      if (own.max === 0 || computed.max < leastMax) return undefined;
      const [self, figures] = [percent(own), percent(computed)];
      return self - figures >= above ? { self, figures } : undefined;
    },
  }),

  /**
   * So many computed lines of the sheet have no more than half of their points: each alone is common, six are not. A line
   * of which the report says nothing has no points at all: that is not few.
   */
  'missed-lines': rule({
    limits: { lines: 6 },
    look({ criteria }, { lines }) {
      const missed = criteria.filter(
        ({ how, max, points }) => how === 'computed' && max > 0 && points !== undefined && 2 * points <= max,
      );
      return missed.length >= lines ? { count: missed.length, lines: missed.map(({ id }) => id) } : undefined;
    },
  }),

  /** So many members, or such a share of a cell's, were absent without a reason: one or two happen to any cell. */
  unexcused: rule({
    limits: { members: 3, percent: 20 },
    look({ report: { unexcused }, required }, limits) {
      const isMany = unexcused >= limits.members || (unexcused >= 2 && unexcused * 100 >= limits.percent * required);
      return isMany ? { unexcused, required } : undefined;
    },
  }),

  /** A longer text stands word for word in the cell's report of an earlier month: numbers and stops may differ. */
  'copied-before': rule({
    limits: {},
    look({ passages, before }) {
      const same = before.find((each) => each.passages.some((passage) => passages.includes(passage)));
      return same && { month: monthOf(same.date) };
    },
  }),

  /** A longer text stands word for word in the report of another cell of the same month. */
  'copied-from-others': rule({
    limits: { mostNamed: 3 },
    look({ report, passages, neighbours }, { mostNamed }) {
      const cells = new Set(passages.flatMap((passage) => [...(neighbours.cellsBy.get(passage) ?? [])]));
      cells.delete(report.cell);
      return cells.size > 0 ? { count: cells.size, cells: [...cells].sort().slice(0, mostNamed) } : undefined;
    },
  }),

  /** The regular meeting lasted the same minutes in this month and the months before: one clock, or one number. */
  'same-length': rule({
    limits: { months: MONTHS_BEFORE + 1 },
    look({ report, before }, { months }) {
      if (report.kind !== 'regular') return undefined;
      const lengths = new Set([report.durationMinutes]);
      const known = new Set([monthOf(report.date)]);
      for (const { kind, date, durationMinutes } of before) {
        if (kind !== 'regular') continue;
        lengths.add(durationMinutes);
        known.add(monthOf(date));
      }
      return known.size >= months && lengths.size === 1
        ? { minutes: report.durationMinutes, months: known.size }
        : undefined;
    },
  }),

  /**
   * The number of full members is another than last month by so many and such a share: members come and go one by one,
   * and a move of many is known to whoever reviews it.
   */
  'members-jump': rule({
    limits: { members: 3, percent: 20 },
    look({ report, before }, limits) {
      const lastMonth = addMonths(monthOf(report.date), -1);
      const last = before.find(({ date }) => monthOf(date) === lastMonth);
      if (!last) return undefined;
      const change = Math.abs(report.fullMembers - last.fullMembers);
      const isJump = change >= limits.members && change * 100 >= limits.percent * last.fullMembers;
      return isJump ? { from: last.fullMembers, to: report.fullMembers } : undefined;
    },
  }),

  /**
   * A result is so many times what nine of ten results in its unit come to, of this month and of the cell before: as a
   * digit too many, or another unit, makes it. With fewer than `leastOthers` to compare, nothing is
   * known; what is below `least` may well be four where others have three.
   */
  'result-jump': rule({
    limits: { times: 1.25, leastOthers: 8, least: 10 },
    look({ report, before, neighbours }, { times, leastOthers, least }) {
      const own = reportIdOf(report);
      for (const { unit, quantity } of report.results ?? []) {
        const others = (neighbours.quantitiesBy.get(unit) ?? []).filter(({ of }) => of !== own);
        const earlier = before.flatMap(({ results = [] }) => results.filter((each) => each.unit === unit));
        const usual = [...others, ...earlier].map((each) => each.quantity).sort((a, b) => a - b);
        const most = usual[Math.ceil(usual.length * 0.9) - 1] ?? 0;
        if (usual.length >= leastOthers && quantity >= least && quantity > times * most)
          return { unit, quantity, usual: most };
      }
      return undefined;
    },
  }),
} as const satisfies Readonly<Record<string, ReturnType<typeof rule>>>;

export type SentinelId = keyof typeof sentinels;
export const sentinelIds = Object.keys(sentinels) as readonly SentinelId[];

/** What stands out in a report. */
export interface Finding {
  readonly id: SentinelId;
  readonly seen: Seen;
}

/** All that stands out in a report, in the order of the sentinels. */
export function findingsIn(compared: ComparedReport): Finding[] {
  return sentinelIds.flatMap((id) => {
    const seen = sentinels[id].look(compared);
    return seen ? [{ id, seen }] : [];
  });
}

/** The points of the lines that are judged, or computed, of those that have any. */
function sharesOf(
  criteria: readonly CriterionResult[],
  how: CriterionResult['how'],
): { readonly points: number; readonly max: number } {
  const lines = criteria.filter((line) => line.how === how && line.points !== undefined);
  return {
    points: lines.reduce((sum, { points = 0 }) => sum + points, 0),
    max: lines.reduce((sum, { max }) => sum + max, 0),
  };
}

function percent({ points, max }: { readonly points: number; readonly max: number }): number {
  return Math.round((points * 100) / max);
}
