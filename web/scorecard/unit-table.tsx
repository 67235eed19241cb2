import type { Indicator } from '#shared/scorecard.ts';
import { columnLabels, columns } from '#shared/texts/indicators.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { scorecardTexts } from '#shared/texts/scorecard.ts';
import { partsWords, readingWords } from '#web/scorecard/figure.ts';

interface UnitTableProps {
  readonly title: string;
  readonly rows: readonly {
    readonly rank?: number | null;
    readonly name: string;
    readonly link?: string;
    readonly indicators: readonly Indicator[];
  }[];
  readonly ranked?: boolean;
  readonly lang: Lang;
}

/** Communes, cells or working groups, one a row; a missed target is marked in its cell. */
export function UnitTable({ title, rows, ranked = false, lang }: UnitTableProps) {
  const t = scorecardTexts[lang];
  return (
    <section>
      <h2>{title}</h2>
      <section class="scroll" aria-label={title} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {ranked && (
                <th scope="col" class="num">
                  {t.rank}
                </th>
              )}
              {columns.map((column) => (
                <th key={column} scope="col" class="num">
                  {columnLabels[lang][column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rank, name, link, indicators }) => (
              <tr key={name}>
                <th scope="row">{link ? <a href={link}>{name}</a> : name}</th>
                {ranked && <td class="num">{rank ?? '—'}</td>}
                {columns.map((column) => (
                  <td key={column} class="num">
                    <Figure figure={indicators.find(({ id }) => id === column)} lang={lang} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.legend}</p>
    </section>
  );
}

function Figure({ figure, lang }: { readonly figure: Indicator | undefined; readonly lang: Lang }) {
  if (!figure || figure.value === null) return <>—</>;
  const missed = figure.met === false;
  return (
    <span class={missed ? 'missed' : undefined}>
      {missed && <span aria-hidden="true">✗ </span>}
      {missed && <span class="unseen">{scorecardTexts[lang].missed} </span>}
      {readingWords(figure, lang)} <span class="muted">{partsWords(figure, lang)}</span>
    </span>
  );
}
