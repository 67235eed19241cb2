import { parseCount } from '#shared/input/numbers.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import type { Kind, ReportId, State } from '#shared/reports/report.ts';
import { type Finding, type SentinelId, sentinelIds } from '#shared/reviews/sentinels.ts';
import { communeOf, compareUnits, type Unit, type UnitId } from '#shared/units/units.ts';

/** A report that waits, as the list shows it. */
export interface ReviewRow {
  readonly id: ReportId;
  readonly kind: Kind;
  /** `confirmed`: by a commune; the district has it in its sample. */
  readonly state: State;
  readonly revision: number;
  readonly cell: Pick<Unit, 'id' | 'name' | 'kind'>;
  readonly present: number;
  readonly required: number;
  readonly minutes: number;
  readonly findings: readonly Finding[];
  /** The norms that the meeting missed: facts, not doubts. */
  readonly flags: readonly Flag[];
}

/** What rows may be asked for: what one sentinel sees, what any does, what misses a norm, or what none of these names. */
export const reviewTags = [...sentinelIds, 'any', 'missed', 'none'] as const satisfies readonly (
  | SentinelId
  | 'any'
  | 'missed'
  | 'none'
)[];
export type ReviewTag = (typeof reviewTags)[number];

export interface ReviewChoice {
  readonly tag?: ReviewTag;
  readonly commune?: UnitId;
  readonly group?: number;
}

type Asked = Readonly<Record<string, string | undefined>>;

/** What an address asks for; what it does not know is not asked for. */
export function readReviewChoice(query: Asked): ReviewChoice {
  const tag = reviewTags.find((each) => each === query['tag']);
  const group = parseCount(query['group'] ?? '');
  const { commune } = query;
  return { ...(tag && { tag }), ...(commune && { commune }), ...(group && { group }) };
}

/** The same as the parts of an address. */
export function choiceQuery({ tag, commune, group }: ReviewChoice): Readonly<Record<string, string>> {
  return { ...(tag && { tag }), ...(commune && { commune }), ...(group && { group: String(group) }) };
}

export function hasTag({ findings, flags }: Pick<ReviewRow, 'findings' | 'flags'>, tag: ReviewTag): boolean {
  if (tag === 'any') return findings.length > 0;
  if (tag === 'missed') return flags.length > 0;
  if (tag === 'none') return findings.length + flags.length === 0;
  return findings.some(({ id }) => id === tag);
}

/** The communes of each working group, by its number. */
export type CommunesOfGroups = ReadonlyMap<number, readonly UnitId[]>;

/** The rows that are asked for. */
export function chooseRows<Row extends ReviewRow>(
  rows: readonly Row[],
  { tag, commune, group }: ReviewChoice,
  groups: CommunesOfGroups,
): Row[] {
  const communes = group === undefined ? undefined : (groups.get(group) ?? []);
  return rows.filter(
    (row) =>
      (!tag || hasTag(row, tag)) &&
      (!commune || communeOf(row.cell.id) === commune) &&
      (!communes || communes.includes(communeOf(row.cell.id))),
  );
}

/** What stands out most comes first; then by the name of the cell. */
export function byNeed(a: ReviewRow, b: ReviewRow): number {
  return (
    b.findings.length - a.findings.length ||
    b.flags.length - a.flags.length ||
    (a.cell.id === b.cell.id ? (a.id < b.id ? -1 : 1) : compareUnits(a.cell, b.cell))
  );
}

/** Where a report stands in a list, from 1, and which comes after it: the first again after the last. */
export function placeOf(
  rows: readonly Pick<ReviewRow, 'id'>[],
  id: ReportId,
): { readonly place: number; readonly next?: ReportId } | undefined {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return undefined;
  const next = rows[at + 1] ?? (at > 0 ? rows[0] : undefined);
  return { place: at + 1, ...(next && { next: next.id }) };
}
