import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import type { CellOfficer, OfficerMonth } from '#shared/officers/officers.ts';
import { officersTexts } from '#shared/officers/texts/officers.ts';
import type { Day, Month } from '#shared/period.ts';
import { yesNo } from '#shared/reports/choices.ts';
import { fieldLabels, type Question } from '#shared/reports/texts/fields.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CellsLinks, CellsNav } from '#web/components/cells-nav.tsx';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { AssignForm } from '#web/officers/assign-form.tsx';
import { RecordForm } from '#web/officers/record-form.tsx';

/** A form state, as stored or typed. */
interface Edited {
  readonly baseRevision: number;
  readonly typed: Typed;
}

interface OfficersPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly communes: readonly { readonly commune: Unit; readonly charge: OfficerMonth }[];
  /** The cells of the month that are shown, on the page of one commune. */
  readonly shown?: CellsPage;
  /** Set where the reader may change who is in charge; `members` can be chosen. */
  readonly assigning?: Edited & { readonly members: readonly string[] };
  /** Set where the reader may record what was done in the month. */
  readonly recording?: Edited;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
  readonly done: boolean;
}

/** Shows every cell's officer and what was done in the month, with what is missing on either side. */
export function OfficersPage(props: OfficersPageProps) {
  const { context, unit, month, previousMonth, nextMonth, communes, shown, errors, stale, done } = props;
  const cells = shown?.cells ?? [];
  const { lang } = context;
  const t = officersTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const [only] = communes.length === 1 ? communes : [];
  const all = communes.flatMap(({ charge }) => charge.cells);
  const free = communes.flatMap(({ charge }) => charge.membersWithoutCell);
  const form = { context, unit: unit.id, cells, errors, place: shown?.place ?? {} };
  const nav = shown && { lang, page: shown, action: pathTo('/officers', {}), query: { unit: unit.id, month } };
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0} wide>
      <h1>{title}</h1>
      {stale && <Alert title={t.stale} />}
      <RowMistakes form={{ lang, typed: {}, errors }} title={t.errors} nameOf={nameIn(cells, lang)} />
      {done && <Alert title={t.stored} tone="done" />}
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {t.lead(count(all, 'member'), all.length, free.length)}
      </p>
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/officers', {}, { unit: unit.id, month: other })}
      />
      {nav && <CellsNav {...nav} saves={Boolean(props.recording ?? props.assigning)} />}
      {only ? (
        <Cells charge={only.charge} shown={cells} lang={lang} />
      ) : (
        <Communes communes={communes} month={month} lang={lang} />
      )}
      {props.recording && <RecordForm {...form} month={month} {...props.recording} />}
      {props.assigning && <AssignForm {...form} {...props.assigning} />}
      {nav && <CellsLinks {...nav} />}
    </Document>
  );
}

/** The name of a field in the summary of mistakes: its question and its cell. */
function nameIn(cells: readonly Unit[], lang: PageContext['lang']) {
  return (field: string) => {
    const cell = cells.find(({ id }) => field.split('.').slice(1, -1).join('.') === id);
    const question = fieldLabels[lang][field.slice(field.lastIndexOf('.') + 1) as Question] ?? field;
    return cell ? `${capitalized(fullName(cell))}, ${question}` : question;
  };
}

function count(cells: readonly CellOfficer[], part: 'member' | 'oriented' | 'attended'): number {
  return cells.filter((cell) => cell[part]).length;
}

interface PartProps {
  readonly lang: PageContext['lang'];
}

function Cells({
  charge,
  shown,
  lang,
}: PartProps & { readonly charge: OfficerMonth; readonly shown: readonly Unit[] }) {
  const ids = new Set(shown.map(({ id }) => id));
  const t = officersTexts[lang];
  const answer = (said: boolean | undefined, on: Day | undefined) =>
    said === undefined ? t.unknown : `${yesNo[said ? 'yes' : 'no'][lang]}${on ? `, ${formatDay(on)}` : ''}`;
  return (
    <>
      <table class="data cards">
        <caption>{t.month}</caption>
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            <th scope="col">{t.member}</th>
            <th scope="col">{t.oriented}</th>
            <th scope="col">{t.attended}</th>
          </tr>
        </thead>
        <tbody>
          {charge.cells
            .filter(({ cell }) => ids.has(cell.id))
            .map(({ cell, member, oriented, orientedOn, attended, attendedOn }) => (
              <tr key={cell.id}>
                <th scope="row">{capitalized(fullName(cell))}</th>
                <td>{member ?? <span class="missed">{t.nobody}</span>}</td>
                <td data-as={`${t.oriented}: `}>{answer(oriented, orientedOn)}</td>
                <td data-as={`${t.attended}: `}>{answer(attended, attendedOn)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {charge.membersWithoutCell.length > 0 && (
        <p>
          <b>{t.free}:</b> <span class="missed">{charge.membersWithoutCell.join('; ')}</span>
        </p>
      )}
    </>
  );
}

type CommunesProps = PartProps & Pick<OfficersPageProps, 'communes' | 'month'>;

function Communes({ communes, month, lang }: CommunesProps) {
  const t = officersTexts[lang];
  const heads = [t.cells, t.assigned, t.oriented, t.attended, t.free];
  return (
    <FiguresTable title={t.communes} first={t.commune} heads={heads}>
      <tbody>
        {communes.map(({ commune, charge: { cells, membersWithoutCell } }) => (
          <tr key={commune.id}>
            <th scope="row">
              <a href={pathTo('/officers', {}, { unit: commune.id, month })}>{capitalized(fullName(commune))}</a>
            </th>
            <td class="num">{cells.length}</td>
            <td class={count(cells, 'member') < cells.length ? 'num missed' : 'num'}>{count(cells, 'member')}</td>
            <td class="num">{count(cells, 'oriented')}</td>
            <td class="num">{count(cells, 'attended')}</td>
            <td class={membersWithoutCell.length > 0 ? 'num missed' : 'num'}>{membersWithoutCell.length}</td>
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}
