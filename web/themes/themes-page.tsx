import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { sharedMeetingsTexts } from '#shared/themes/texts/shared-meetings.ts';
import { plannedName, themesTexts } from '#shared/themes/texts/themes.ts';
import type { QuarterNumber, ThemeQuarter, ThemeYear, Year } from '#shared/themes/thematic-plan.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CellsLinks, CellsNav } from '#web/components/cells-nav.tsx';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { PlanForm } from '#web/themes/plan-form.tsx';

/** A commune in one quarter: how many cells have planned a subject, and how many have held a thematic meeting. */
export interface ThemeCommune {
  readonly commune: Unit;
  readonly cells: number;
  readonly planned: number;
  readonly held: number;
}

interface ThemesPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly year: Year;
  readonly previousYear?: Year;
  readonly nextYear?: Year;
  /** The current month. */
  readonly month: Month;
  /** The cells, on the page of a commune or a cell. */
  readonly cells: readonly ThemeYear[];
  /** Which of them are shown. */
  readonly shown?: CellsPage;
  /** The communes in one quarter, on the page of a district. */
  readonly communes: readonly ThemeCommune[];
  readonly quarter: QuarterNumber;
  /** Set where the reader may plan; `bases` has the revision of each cell's plan that was read. */
  readonly planning?: { readonly bases: ReadonlyMap<UnitId, number>; readonly typed: Typed };
  readonly errors: readonly FieldError[];
  /** Cells whose plans have changed since they were read. */
  readonly stale: readonly UnitId[];
  readonly done: boolean;
}

/** Shows the thematic meetings of a year that cells have planned and held. */
export function ThemesPage(props: ThemesPageProps) {
  const { context, unit, year, previousYear, nextYear, month, cells, communes, quarter, planning, errors, shown } =
    props;
  const { lang } = context;
  const t = themesTexts[lang];
  const title = `${t.title}, ${t.year(year)}`;
  const form = { lang, typed: planning?.typed ?? {}, errors };
  const quarters = cells.flatMap((each) => each.quarters);
  const ids = new Set(shown?.cells.map(({ id }) => id));
  const listed = cells.filter(({ cell }) => ids.has(cell.id));
  const nav = shown && { lang, page: shown, action: pathTo('/themes', {}), query: { unit: unit.id, year } };
  const named = new Map(cells.map(({ cell }) => [cell.id, capitalized(fullName(cell))]));
  return (
    <Document title={title} context={context} typing={errors.length + props.stale.length > 0} wide>
      <h1>{title}</h1>
      {props.stale.length > 0 && <Alert title={t.stale(props.stale.map((id) => named.get(id) ?? id).join(', '))} />}
      <RowMistakes form={form} title={t.errors} nameOf={(field) => nameOf(field, named, t)} />
      {props.done && <Alert title={t.stored} tone="done" />}
      <p class="lead">
        <b>{capitalized(unit.name)}.</b>{' '}
        {cells.length > 0 &&
          t.lead(
            quarters.filter(({ planned }) => planned).length,
            quarters.filter(({ held }) => held.length > 0).length,
            quarters.length,
          )}
      </p>
      <MonthNav
        lang={lang}
        previous={previousYear}
        next={nextYear}
        to={(other) => pathTo('/themes', {}, { unit: unit.id, year: other })}
      />
      <p class="actions">
        <a href={pathTo('/themes/shared', {})}>{sharedMeetingsTexts[lang].title}</a>
      </p>
      {nav && <CellsNav {...nav} saves={planning !== undefined} />}
      {listed.length > 0 && <Cells cells={listed} lang={lang} />}
      {communes.length > 0 && <Communes communes={communes} quarter={quarter} year={year} lang={lang} />}
      {planning && (
        <PlanForm
          context={context}
          form={form}
          unit={unit.id}
          year={year}
          month={month}
          cells={listed.map(({ cell }) => cell)}
          bases={planning.bases}
          place={shown?.place ?? {}}
        />
      )}
      {nav && <CellsLinks {...nav} />}
    </Document>
  );
}

/** The name of a field in the summary of mistakes: its cell and its quarter. */
function nameOf(field: string, named: ReadonlyMap<UnitId, string>, t: (typeof themesTexts)['vi']): string {
  const [, cell = '', number, part] = /^plan\.(.+)\.([1-4])\.(theme|title)$/.exec(field) ?? [];
  const quarter = t.quarter((number ?? '1') as QuarterNumber);
  return `${named.get(cell) ?? field}, ${part === 'title' ? t.theTitle(quarter) : t.theme(quarter)}`;
}

interface PartProps {
  readonly lang: PageContext['lang'];
}

function Cells({ cells, lang }: PartProps & Pick<ThemesPageProps, 'cells'>) {
  const t = themesTexts[lang];
  return (
    <table class="data cards">
      <caption>{t.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.cell}</th>
          {cells[0]?.quarters.map(({ number }) => (
            <th key={number} scope="col">
              {t.quarter(number)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map(({ cell, quarters }) => (
          <tr key={cell.id}>
            <th scope="row">{capitalized(fullName(cell))}</th>
            {quarters.map((quarter) => (
              <td key={quarter.number} data-as={`${t.quarter(quarter.number)}: `}>
                <Quarter quarter={quarter} lang={lang} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows the planned subject and whether its meeting was held. */
function Quarter({ quarter: { planned, held, over }, lang }: PartProps & { readonly quarter: ThemeQuarter }) {
  const t = themesTexts[lang];
  return (
    <>
      <div>{planned ? plannedName(planned, lang) : <span class="muted">{t.none}</span>}</div>
      {held.length > 0 ? (
        <div>
          <span class="met">{t.done}:</span>{' '}
          {held.map(({ id, date }, at) => (
            <Fragment key={id}>
              {at > 0 && ', '}
              <a href={pathTo('/reports/{id}', { id })}>{formatDay(date)}</a>
            </Fragment>
          ))}
        </div>
      ) : (
        <div class={over ? 'missed' : 'muted'}>{over ? t.missed : t.open}</div>
      )}
    </>
  );
}

function Communes({
  communes,
  quarter,
  year,
  lang,
}: PartProps & Pick<ThemesPageProps, 'communes' | 'quarter' | 'year'>) {
  const t = themesTexts[lang];
  const name = t.quarter(quarter);
  return (
    <FiguresTable title={t.communes} first={t.commune} heads={[t.cells, t.planned(name), t.held(name)]}>
      <tbody>
        {communes.map(({ commune, cells, planned, held }) => (
          <tr key={commune.id}>
            <th scope="row">
              <a href={pathTo('/themes', {}, { unit: commune.id, year })}>{capitalized(fullName(commune))}</a>
            </th>
            <td class="num">{cells}</td>
            <td class={planned < cells ? 'num missed' : 'num'}>{planned}</td>
            <td class="num">{held}</td>
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}
