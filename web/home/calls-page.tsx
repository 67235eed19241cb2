import { pathTo } from '#shared/access/routes.ts';
import type { Call } from '#shared/home/calls.ts';
import { callsTexts, callText } from '#shared/home/texts/calls.ts';
import { capitalized, formatDay, formatMonth, formatNumber } from '#shared/language/format.ts';
import { dayAt, type Instant, type Month } from '#shared/period.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import type { UnitId } from '#shared/units/units.ts';
import { LeftOutList } from '#web/components/left-out-list.tsx';
import { PageLinks } from '#web/components/page-links.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface CallsPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  readonly due: Instant;
  readonly now: Instant;
  /** On all pages. */
  readonly total: number;
  readonly calls: readonly Call[];
  /** Whether there are cells in the month at all. */
  readonly stands: boolean;
  /** Nobody knows yet whose report is lacking. */
  readonly uncounted?: boolean;
  /** Reports of these cells that cannot be read. */
  readonly leftOut?: readonly LeftOut[];
  readonly page: number;
  readonly pages: number;
}

/** The cells of which no report has come, by commune, each commune with a text to send on. */
export function CallsPage(props: CallsPageProps) {
  const { context, unit, month, due, now, total, calls, leftOut = [], page, pages } = props;
  const { lang, session } = context;
  const t = callsTexts[lang];
  const title = t.title(formatMonth(month, lang));
  const howMany = () => {
    if (total > 0) return t.lead(formatNumber(total, lang));
    if (props.uncounted) return t.notCounted;
    return props.stands ? t.none : boardTexts[lang].noCells;
  };
  const ownCells = session?.role === 'commune';
  const names = ({ cells }: Call) => (
    <ul class="names">
      {cells.map((cell) => (
        <li key={cell.unit}>
          <a href={pathTo('/months/{month}', { month }, { unit: cell.unit })}>{capitalized(cell.name)}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <Document title={title} context={context} wide work>
      <h1>{title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {howMany()} {t.due(formatDay(dayAt(due)))}
      </p>
      {leftOut.length > 0 && <LeftOutList leftOut={leftOut} lang={lang} />}
      {total > 0 && <p class="hint">{t.hint}</p>}
      {calls.map((call) => (
        <section key={call.unit}>
          <h2>
            {capitalized(call.name)}: {t.count(call.missing, call.of)}
          </h2>
          {calls.length > 1 ? (
            <details>
              <summary>{t.cells}</summary>
              {names(call)}
            </details>
          ) : (
            names(call)
          )}
          <p class="hint">{t.text}</p>
          <p class="known" lang="vi">
            {callText(call, { month, due, now, ownCells })}
          </p>
        </section>
      ))}
      <PageLinks
        lang={lang}
        page={page}
        pages={pages}
        to={(at) => pathTo('/calls', {}, { unit: unit.id, month, page: String(at) })}
      />
      <p class="actions">
        <a href={pathTo('/months/{month}', { month }, { unit: unit.id })}>{t.board}</a>
      </p>
    </Document>
  );
}
