import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { causeWords, homeTexts } from '#shared/home/texts/home.ts';
import type { Helped, Week } from '#shared/home/week.ts';
import { capitalized, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { matrixTexts } from '#shared/scorecards/texts/matrix.ts';
import { alikeWords } from '#shared/scorecards/texts/summary.ts';

interface HelpedListProps {
  readonly week: Pick<Week, 'closed' | 'helped' | 'alike'>;
  /** They are cells, and not communes. */
  readonly cells?: boolean;
  readonly to: (unit: Helped['child']) => string;
  /** Where all units stand. */
  readonly all: string;
  /** Where something is done about the figure in which a unit is farthest behind, for who decides that. */
  readonly toAct?: (unit: Helped['child'], figure: Indicator) => string | false;
  /** The picture of all units, for who has one. */
  readonly matrix?: string;
  readonly lang: Lang;
}

/** The units that need help first: what each misses, and why. */
export function HelpedList({ week, cells = false, to, all, matrix, toAct, lang }: HelpedListProps) {
  const t = homeTexts[lang];
  const { closed, helped, alike } = week;
  return (
    <section class="help">
      <h2>{t.help}</h2>
      {closed && (
        <p class="actions">
          {matrix && (
            <>
              <a class="btn" href={matrix}>
                {matrixTexts[lang].title}
              </a>{' '}
            </>
          )}
          <a href={all}>{t.all}</a>
        </p>
      )}
      {!closed && <p>{t.helpLater}</p>}
      {closed && helped.length + alike === 0 && <p>{t.helpNone}</p>}
      {helped.length > 0 && (
        <ul class="helped">
          {helped.map((each) => (
            <li key={each.child.unit}>
              <a href={to(each.child)}>{capitalized(each.child.name)}</a>{' '}
              {each.missed.length > 0 && <span class="tag missing">× {t.missed(each.missed.length)}</span>}{' '}
              <ToAct path={toAct && each.lines[0] && toAct(each.child, each.lines[0])} lang={lang} />
              <div class="muted">{whyWords(each, cells, lang)}</div>
            </li>
          ))}
        </ul>
      )}
      {alike > 0 && <p>{alikeWords(alike, lang)}.</p>}
    </section>
  );
}

function ToAct({ path, lang }: { readonly path: string | false | undefined; readonly lang: Lang }) {
  return path ? <a href={path}>{actionsTexts[lang].openThis}</a> : null;
}

/** The figures that a unit misses by their values, and what its cells lack: of a cell, only that. */
function whyWords(helped: Helped, isCell: boolean, lang: Lang): string {
  const t = homeTexts[lang];
  const { missing, lines, causes } = helped;
  const isSilent = missing.numerator > 0 && !isCell;
  const told = [
    ...(isSilent ? [t.silent(formatNumber(missing.numerator, lang), formatNumber(missing.denominator, lang))] : []),
    ...(isCell
      ? []
      : lines
          .filter(({ id }) => !isSilent || id !== 'reported')
          .map((line) => `${indicatorLabels[lang][line.id].toLowerCase()} ${readingWords(line, lang)}`)),
  ].join('; ');
  // Who is silent has been said.
  const cause = causeWords({ causes: causes.filter(({ reason }) => !isSilent || reason !== 'missing') }, isCell, lang);
  if (!told) return `${capitalized(cause)}.`;
  return capitalized(`${told}.${cause ? ` ${t.cause} ${cause}.` : ''}`);
}
