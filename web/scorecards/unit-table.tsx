import type { Lang } from '#shared/language/lang.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { Arrangement } from '#shared/scorecards/sort-and-filter.ts';
import { columnLabels, columns } from '#shared/scorecards/texts/indicators.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';
import { DirectionSign } from '#web/scorecards/direction-sign.tsx';
import { verdictShapes } from '#web/scorecards/met-mark.tsx';
import { SuccessorLinks } from '#web/scorecards/successor-links.tsx';

interface UnitTableProps {
  readonly title: string;
  readonly rows: readonly {
    readonly key: string | number;
    readonly rank?: number | null;
    readonly name: string;
    readonly link?: string;
    readonly successors?: readonly RelatedUnit[] | undefined;
    readonly indicators: readonly Indicator[];
  }[];
  /** The sentence that says how the rows are ranked; absent for a list without ranks. */
  readonly rankedBy?: string;
  /** The current sort order and the addresses of the others; absent for a list with a fixed order. */
  readonly sorted?: {
    readonly by: Pick<Arrangement, 'sort' | 'order'>;
    readonly to: (by: Pick<Arrangement, 'sort' | 'order'>) => string;
  };
  readonly lang: Lang;
}

/** On a phone so many rows say all of their figures; more say those that are not met, or the page has no end. */
const MOST_WHOLE = 10;

/** Shows communes, cells or working groups, one per row. A missed target is marked in its table cell. */
export function UnitTable({ title, rows, rankedBy, sorted, lang }: UnitTableProps) {
  const t = scorecardTexts[lang];
  const heads: readonly (readonly [Arrangement['sort'], string])[] = [
    ['name', t.unit],
    ...(rankedBy ? [['rank', t.rank] as const] : []),
    ...columns.map((column) => [column, columnLabels[lang][column]] as const),
  ];
  return (
    <>
      <section class="scroll" aria-label={title} tabindex={0}>
        <table class={`data cards figures${rows.length > MOST_WHOLE ? ' brief' : ''}${sorted ? ' sortable' : ''}`}>
          <thead>
            <tr>
              {heads.map(([sort, label]) => (
                <th
                  key={sort}
                  scope="col"
                  class={sort === 'name' ? undefined : 'num'}
                  aria-sort={
                    sorted?.by.sort === sort ? (sorted.by.order === 'asc' ? 'ascending' : 'descending') : undefined
                  }
                >
                  {sorted ? <SortLink sort={sort} label={label} sorted={sorted} /> : label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, rank, name, link, successors, indicators }) => (
              <tr key={key}>
                <th scope="row">
                  {link ? <a href={link}>{name}</a> : name}
                  <SuccessorLinks successors={successors} lang={lang} />
                </th>
                {rankedBy && (
                  <td class="num" data-as={`${t.rank}: `}>
                    {rank ?? '—'}
                  </td>
                )}
                {columns.map((column) => {
                  const figure = findIndicator(indicators, column);
                  // Most are met: what is not said is met, or has no target. What the list is sorted by is said of all.
                  const said = marked(figure) || sorted?.by.sort === column;
                  return (
                    <td key={column} class={said ? 'num' : 'num rest'} data-as={`${columnLabels[lang][column]}: `}>
                      <Figure figure={figure} lang={lang} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rankedBy && <p class="hint">{rankedBy}</p>}
      <p class="hint">{t.legend}</p>
    </>
  );
}

interface SortLinkProps {
  readonly sort: Arrangement['sort'];
  readonly label: string;
  readonly sorted: NonNullable<UnitTableProps['sorted']>;
}

/**
 * A link that sorts by a column: names and ranks from the first, figures from the lowest. A second click reverses it.
 */
function SortLink({ sort, label, sorted: { by, to } }: SortLinkProps) {
  const order = by.sort === sort && by.order === 'asc' ? 'desc' : 'asc';
  return (
    <a href={to({ sort, order })}>
      {label}
      {by.sort === sort && (
        <>
          {' '}
          <DirectionSign direction={by.order === 'asc' ? 'up' : 'down'} />
        </>
      )}
    </a>
  );
}

function Figure({ figure, lang }: { readonly figure: Indicator | undefined; readonly lang: Lang }) {
  if (!figure || figure.denominator === 0) return <>—</>;
  const verdict = marked(figure);
  return (
    <span class={verdict}>
      {verdict && <span aria-hidden="true">{verdictShapes[verdict]} </span>}
      {verdict && <span class="unseen">{scorecardTexts[lang][verdict]} </span>}
      {readingWords(figure, lang)} <span class="muted">{partsWords(figure, lang)}</span>
    </span>
  );
}

/** The verdict of a figure, if it is one to be marked. */
function marked(figure: Indicator | undefined): 'missed' | 'open' | undefined {
  const verdict = figure?.verdict;
  return verdict === 'missed' || verdict === 'open' ? verdict : undefined;
}
