import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { loadMonths, type MonthsDeps } from '#functions/reports/load-months.ts';
import type { BaselineStore } from '#functions/store/baseline-store.ts';
import type { WordsStore } from '#functions/store/words-store.ts';
import { can } from '#shared/access/can.ts';
import type { Permission } from '#shared/access/routes.ts';
import { digestOf } from '#shared/digest.ts';
import { parseSpan, type Span } from '#shared/input/parse-span.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, type Month, monthAt } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { MOST_MONTHS, summaryOf } from '#shared/summaries/summary.ts';
import type { SummaryFacts } from '#shared/summaries/summary-document.ts';
import type { SummaryRevision } from '#shared/summaries/summary-words.ts';
import { districtOf, fullName, type UnitId } from '#shared/units/units.ts';

export interface SummaryDeps extends MonthsDeps {
  readonly baselines: Pick<BaselineStore, 'between'>;
  readonly summaries: Pick<WordsStore<SummaryRevision>, 'revisions' | 'append'>;
}

export interface LoadedSummary {
  readonly facts: SummaryFacts;
  readonly span: Span;
  /** The months as they were asked for, and what is wrong with them. */
  readonly asked: { readonly from: string; readonly to: string };
  readonly errors: readonly FieldError[];
  /** What was written so far of these very months, oldest first. */
  readonly revisions: readonly SummaryRevision[];
  /** The digest of the figures. */
  readonly figures: string;
}

/**
 * Loads what a summary is made of: the months' figures, those from before a regime, and the words that were written.
 *
 * @param typed the months `from` and `to`
 * @returns `undefined` for what the viewer may not name
 */
export async function loadSummary(
  { params, viewer, now }: Pick<SignedIn, 'params' | 'viewer' | 'now'>,
  permission: Permission,
  typed: Readonly<Record<string, string | undefined>>,
  deps: SummaryDeps,
): Promise<LoadedSummary | undefined> {
  const own = namedUnit(viewer, permission, params['unit']);
  const id =
    own ??
    (permission === 'see'
      ? await namedBefore(viewer, now, deps.directory, (as) => namedUnit(as, permission, params['unit']))
      : undefined);
  if (!id) return undefined;
  const { span, errors } = parseSpan(typed, addMonths(monthAt(now), -1), MOST_MONTHS);
  const sees = (of: UnitId, month: Month) => can(viewer, 'see', of, month);
  const [unit, loaded, baselines, revisions] = await Promise.all([
    deps.directory.unit(id),
    loadMonths(id, span, sees, deps),
    id === districtOf(id) && !findRegime(span.from) ? deps.baselines.between(id, span.from, span.to) : [],
    // Whoever has the heir alone sees figures month by month as they had them; the words are of all months.
    own ? deps.summaries.revisions({ unit: id, ...span }) : [],
  ]);
  if (!unit || unit.level === 'cell') return undefined;
  const name = loaded.months.at(-1)?.name ?? fullName(unit);
  const summary = summaryOf(span, loaded.months, baselines);
  const facts: SummaryFacts = {
    ...{ unit: id, name, today: dayAt(now), generated: unit.generated === true },
    summary,
    months: trendOf(span, loaded.months, baselines, { unit: id, name }).months,
  };
  const asked =
    errors.length > 0
      ? { from: typed['from'] ?? '', to: typed['to'] ?? '' }
      : { from: monthDigits(span.from), to: monthDigits(span.to) };
  return { facts, span, asked, errors, revisions, figures: digestOf(summary) };
}
