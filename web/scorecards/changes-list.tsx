import { capitalized, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Changes } from '#shared/scorecards/compare.ts';
import type { BelowNorm, Fraction } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

interface ChangesListProps {
  readonly changes: Changes;
  readonly revision: number;
  readonly lang: Lang;
}

/** Lists what an amendment changed in the official figures. */
export function ChangesList({ changes, revision, lang }: ChangesListProps) {
  const { figures, children, nowBelow, noLongerBelow } = changes;
  const t = scorecardTexts[lang];
  const parts = ({ numerator, denominator }: Fraction) =>
    `${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)}`;
  const names = (cells: readonly BelowNorm[]) => cells.map(({ name, commune }) => `${name} (${commune})`).join('; ');
  return (
    <section>
      <h2>{t.changes(revision)}</h2>
      {figures.length + nowBelow.length + noLongerBelow.length === 0 && <p>{t.changesNone}</p>}
      <ul>
        {figures.map(({ id, before, after }) => (
          <li key={id}>
            {indicatorLabels[lang][id]}: {t.changed(parts(before), parts(after))}
          </li>
        ))}
        {children.length > 0 && (
          <li>
            {t.changedUnits}: {children.map(capitalized).join('; ')}
          </li>
        )}
        {nowBelow.length > 0 && (
          <li>
            {t.nowBelow}: {names(nowBelow)}
          </li>
        )}
        {noLongerBelow.length > 0 && (
          <li>
            {t.noLongerBelow}: {names(noLongerBelow)}
          </li>
        )}
      </ul>
    </section>
  );
}
