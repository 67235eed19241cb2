import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import type { Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { type Arrangement, sortAndFilter } from '#shared/scorecards/sort-and-filter.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { rankWords } from '#shared/scorecards/texts/rank.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';
import { UnitTable } from '#web/scorecards/unit-table.tsx';

interface ChildrenSectionProps {
  readonly title: string;
  readonly scorecard: Scorecard;
  readonly arrangement: Arrangement;
  readonly to: (child: ScorecardChild) => string;
  readonly successors: Readonly<Record<UnitId, readonly RelatedUnit[]>>;
  readonly lang: Lang;
}

const withTarget = indicatorIds.filter((id) => ruleOf(id).target);

/** Lists a unit's communes or cells. Links sort them and a form filters them, without a script. */
export function ChildrenSection({ title, scorecard, arrangement, to, successors, lang }: ChildrenSectionProps) {
  const { unit, month, children } = scorecard;
  const { order, only } = arrangement;
  const isRanked = isClosed(scorecard);
  // Where nobody is ranked, an order by rank would only look like one.
  const sort = arrangement.sort === 'rank' && !isRanked ? 'name' : arrangement.sort;
  const t = scorecardTexts[lang];
  const shown = sortAndFilter(children, { sort, order, only });
  const choices = [
    ['all', t.onlyAll],
    ['any', t.onlyAny],
    ...withTarget
      .filter((id) => id === only || children.some((child) => findIndicator(child.indicators, id)?.met === false))
      .map((id) => [id, t.onlyMissing(indicatorLabels[lang][id])] as const),
  ] as const;
  const here = (query: Readonly<Record<string, string>>) =>
    `${pathTo('/scorecards/{unit}/{month}', { unit, month }, query)}#units`;
  return (
    <section id="units">
      <h2>{title}</h2>
      {/* Where no target is missed there is nothing to choose. */}
      {choices.length > 2 && (
        <form class="count noprint" method="get" action={here({})}>
          <label for="only">{t.only}</label>{' '}
          <select id="only" name="only" class="ask">
            {choices.map(([value, label]) => (
              <option key={value} value={value} selected={value === only}>
                {label}
              </option>
            ))}
          </select>{' '}
          <input type="hidden" name="sort" value={sort} />
          <input type="hidden" name="order" value={order} />
          <button type="submit" class="quiet">
            {t.show}
          </button>
        </form>
      )}
      <p class="hint">{t.shown(shown.length, children.length)}</p>
      {!isRanked && <p class="hint">{rankWords(scorecard, lang)}</p>}
      <UnitTable
        title={title}
        rows={shown.map((child) => ({
          key: child.unit,
          rank: child.rank,
          name: capitalized(child.name),
          link: to(child),
          successors: successors[child.unit],
          indicators: child.indicators,
        }))}
        {...(isRanked && { rankedBy: rankWords(scorecard, lang) })}
        sorted={{ by: { sort, order }, to: (by) => here({ ...by, ...(only !== 'all' && { only }) }) }}
        lang={lang}
      />
    </section>
  );
}
