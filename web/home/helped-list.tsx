import { causeWords, homeTexts } from '#shared/home/texts/home.ts';
import type { Helped, Week } from '#shared/home/week.ts';
import { capitalized, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { alikeWords } from '#shared/scorecards/texts/summary.ts';

interface HelpedListProps {
  readonly week: Pick<Week, 'closed' | 'helped' | 'alike'>;
  /** They are cells, and not communes. */
  readonly cells?: boolean;
  readonly to: (unit: Helped['child']) => string;
  /** Where all units stand. */
  readonly all: string;
  readonly lang: Lang;
}

/** The units that need help first: what each misses, and why. */
export function HelpedList({ week, cells = false, to, all, lang }: HelpedListProps) {
  const t = homeTexts[lang];
  const { closed, helped, alike } = week;
  return (
    <section>
      <h2>{t.help}</h2>
      {!closed && <p>{t.helpLater}</p>}
      {closed && helped.length + alike === 0 && <p>{t.helpNone}</p>}
      {helped.length > 0 && (
        <ul class="helped">
          {helped.map((each) => (
            <li key={each.child.unit}>
              <a href={to(each.child)}>{capitalized(each.child.name)}</a>{' '}
              {each.missed.length > 0 && <span class="tag missing">✗ {t.missed(each.missed.length)}</span>}
              <div class="muted">{whyWords(each, cells, lang)}</div>
            </li>
          ))}
        </ul>
      )}
      {alike > 0 && <p>{alikeWords(alike, lang)}.</p>}
      {closed && (
        <p class="actions">
          <a href={all}>{t.all}</a>
        </p>
      )}
    </section>
  );
}

/** The figures that a unit misses by their values, and what its cells lack: of a cell, only that. */
function whyWords(helped: Helped, isCell: boolean, lang: Lang): string {
  const t = homeTexts[lang];
  const { missing, missed, lines } = helped;
  const more = missed.length - lines.length;
  const told = [
    ...(missing.numerator > 0 && !isCell
      ? [t.silent(formatNumber(missing.numerator, lang), formatNumber(missing.denominator, lang))]
      : []),
    ...(isCell
      ? []
      : lines.map((line) => `${indicatorLabels[lang][line.id].toLowerCase()} ${readingWords(line, lang)}`)),
  ].join('; ');
  const rest = more > 0 && !isCell ? ` ${t.more(more)}` : '';
  const cause = causeWords(helped, isCell, lang);
  if (!told) return `${capitalized(cause)}.`;
  return capitalized(`${told}${rest}.${cause ? ` ${t.cause} ${cause}.` : ''}`);
}
