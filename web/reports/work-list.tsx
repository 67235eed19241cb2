import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { capitalized, formatDay, formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { addMonths, dayAt, type Month } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { Board } from '#shared/reports/board.ts';
import { kinds } from '#shared/reports/choices.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import { workTexts } from '#shared/reports/texts/work.ts';
import type { WorkPage, WorkRow } from '#shared/reports/work.ts';
import { plannedName, themesTexts } from '#shared/themes/texts/themes.ts';
import { type PlannedTheme, quarterNumberOf } from '#shared/themes/thematic-plan.ts';
import { communeOf, fullName, type UnitId } from '#shared/units/units.ts';
import { FindCell } from '#web/components/find-cell.tsx';
import type { PageContext } from '#web/context.ts';
import { pathToDraft, stepOf } from '#web/reports/next-step.ts';
import { StateTag } from '#web/reports/state-tag.tsx';

interface WorkListProps {
  readonly context: PageContext;
  readonly board: Pick<Board, 'unit' | 'month'>;
  readonly work: WorkPage;
  /** The name for which the reader looked. */
  readonly typed: string;
  readonly themes: ReadonlyMap<UnitId, PlannedTheme>;
  /** What a commune is called: where the rows are of several, each says of which. */
  readonly nameOf?: ((unit: UnitId) => string) | undefined;
}

/** The cells by what is to be done: each with one step, the most urgent first; what is done is folded. */
export function WorkList({ context, board, work, typed, themes, nameOf }: WorkListProps) {
  const { lang } = context;
  const t = workTexts[lang];
  const { todo, done, all, page, pages } = work;
  const isAlone = board.unit.level === 'cell';
  const areOfSeveral = new Set([...todo, ...done].map(({ cell }) => communeOf(cell.id))).size > 1;
  const row = (each: WorkRow) => (
    <Row
      key={`${each.month}${each.cell.id}`}
      {...{ context, row: each, of: board.month, themes }}
      {...(nameOf && areOfSeveral && { commune: nameOf(communeOf(each.cell.id)) })}
    />
  );
  const to = (other: number) =>
    pathTo(
      '/months/{month}',
      { month: board.month },
      { unit: board.unit.id, ...(typed && { q: typed }), page: String(other) },
    );
  return (
    <section>
      {!isAlone && (
        <FindCell
          lang={lang}
          action={pathTo('/months/{month}', { month: board.month })}
          query={{ unit: board.unit.id }}
          typed={typed}
        />
      )}
      {typed && all.todo + all.done === 0 && <p role="status">{t.notFound}</p>}
      {todo.length > 0 && (
        <Rows title={(todo.every(({ closed }) => closed) ? t.unfinished : t.todo)(all.todo)} lang={lang}>
          {todo.map(row)}
        </Rows>
      )}
      {done.length > 0 && (
        <details open={isAlone || typed !== ''}>
          <summary>
            <span aria-hidden="true">✓ </span>
            {t.done(all.done)}
          </summary>
          <Rows title={t.done(all.done)} lang={lang}>
            {done.map(row)}
          </Rows>
        </details>
      )}
      {pages > 1 && (
        <p class="actions">
          {t.page(page, pages)} {page > 1 && <a href={to(page - 1)}>{t.before}</a>}{' '}
          {page < pages && <a href={to(page + 1)}>{t.after}</a>}
        </p>
      )}
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly lang: Lang;
  readonly children: ComponentChildren;
}

function Rows({ title, lang, children }: RowsProps) {
  const t = boardTexts[lang];
  return (
    <table class="data cards board">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.cell}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.reports}</th>
          <th scope="col">{t.enter}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps extends Pick<WorkListProps, 'context' | 'themes'> {
  readonly row: WorkRow;
  /** The month that the page is about. */
  readonly of: Month;
  /** The cell's commune, for who has cells of several. */
  readonly commune?: string;
}

function Row({ context: { lang, session }, row, of, commune, themes }: RowProps) {
  const { cell, state, late, reports, month } = row;
  const step = stepOf(row, session?.role);
  const t = boardTexts[lang];
  return (
    <tr>
      <th scope="row">
        {capitalized(fullName(cell))}
        {commune && <span class="muted">, {commune}</span>}
      </th>
      <td>
        <StateTag state={state === 'missing' && !row.isDue ? 'notDue' : state} late={late} lang={lang} />
        {month !== of && <span class="muted"> {formatMonth(month, lang)}</span>}
      </td>
      <td class="received">
        <Why row={row} step={step?.path} lang={lang} planned={month === of ? themes.get(cell.id) : undefined} />
        {reports.map(({ id, kind, receivedAt }) => (
          <div key={id} class="got">
            <a href={pathTo('/reports/{id}', { id })}>{kinds[kind][lang]}</a>{' '}
            <span class="muted">{t.received(formatInstant(receivedAt))}</span>
          </div>
        ))}
      </td>
      <td>
        <div class="got">
          {step && (
            <a class={step.kind === 'another' ? undefined : 'btn'} href={step.path}>
              {t[step.kind]}
            </a>
          )}{' '}
          {session?.role !== 'district' && !row.closed && (step?.kind === 'fill' || row.reports.length > 0) && (
            <a href={preparePath(row)}>{prepareTexts[lang].prepare}</a>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The page of the month's meeting, and once that was held of the next one. */
function preparePath({ cell, month, reports }: WorkRow): string {
  const held = reports.some(({ kind }) => kind === 'regular');
  return pathTo('/prepare', {}, { cell: cell.id, month: held ? addMonths(month, 1) : month });
}

interface WhyProps {
  readonly row: WorkRow;
  /** Where the row's step leads: what is saved there needs no second link. */
  readonly step: string | undefined;
  readonly lang: Lang;
  readonly planned: PlannedTheme | undefined;
}

/** Why the row waits: what the reviewer wrote, which forms were saved and when, how its cell reported before, what it has planned. */
function Why({ row, step, lang, planned }: WhyProps) {
  const { reports, drafts, lateBefore, state, month } = row;
  const t = workTexts[lang];
  const said = [
    state === 'missing' && lateBefore > 0 && t.lateBefore(lateBefore),
    planned && `${themesTexts[lang].byPlan(quarterNumberOf(month))}: ${plannedName(planned, lang)}`,
  ].filter((each) => each !== undefined && each !== false);
  return (
    <>
      {reports.map(
        ({ id, returned }) =>
          returned && (
            <div key={id}>
              {returned.reason && <q>{returned.reason}</q>}{' '}
              <span class="muted">
                {roleLabels[lang][returned.by]}, {formatDay(dayAt(returned.at))}
              </span>
            </div>
          ),
      )}
      {drafts.map((draft) => {
        const words = t[draft.overtaken ? 'overtaken' : 'saved'](
          kinds[draft.kind][lang].toLowerCase(),
          formatInstant(draft.savedAt),
        );
        const path = pathToDraft(row, draft);
        return (
          <div key={draft.form} class="muted">
            {path === step ? words : <a href={path}>{words}</a>}
          </div>
        );
      })}
      {said.length > 0 && <div class="muted">{said.map(capitalized).join('. ')}</div>}
    </>
  );
}
