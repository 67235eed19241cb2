import { type CellCharge, type ChargeMonth, chargeField } from '#shared/charge.ts';
import type { Month } from '#shared/period.ts';
import { pathTo } from '#shared/routes.ts';
import { yesNoLabels } from '#shared/texts/choices.ts';
import { capitalized, formatMonth } from '#shared/texts/format.ts';
import { officersTexts } from '#shared/texts/officers.ts';
import type { FieldError, Typed } from '#shared/typed.ts';
import { fullName, type Unit, type UnitId } from '#shared/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { idOf } from '#web/form/form-state.ts';
import { WordsField } from '#web/form/words-field.tsx';

interface OfficersPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly communes: readonly { readonly commune: Unit; readonly charge: ChargeMonth }[];
  /** The cells to which members are assigned. */
  readonly cells: readonly Unit[];
  readonly mayEdit: boolean;
  /** The members who can be chosen. */
  readonly members: readonly string[];
  readonly baseRevision: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
  readonly done: boolean;
}

/** Every cell with its member in charge, and where one lacks the other. */
export function OfficersPage(props: OfficersPageProps) {
  const { context, unit, month, previousMonth, nextMonth, communes, mayEdit, errors, typed, stale, done } = props;
  const { lang } = context;
  const t = officersTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const form = { lang, typed, errors };
  const [only] = communes.length === 1 ? communes : [];
  const all = communes.flatMap(({ charge }) => charge.cells);
  const free = communes.flatMap(({ charge }) => charge.membersWithoutCell);
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0} wide>
      <h1>{title}</h1>
      {stale && <Alert title={t.stale} />}
      <ErrorSummary form={form} title={t.errors} shows={(name) => name === 'members'} />
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
      {only ? <Cells charge={only.charge} lang={lang} /> : <Communes communes={communes} month={month} lang={lang} />}
      {mayEdit && <Assignment {...props} />}
    </Document>
  );
}

function count(cells: readonly CellCharge[], part: 'member' | 'oriented' | 'attended'): number {
  return cells.filter((cell) => cell[part]).length;
}

interface PartProps {
  readonly lang: PageContext['lang'];
}

function Cells({ charge, lang }: PartProps & { readonly charge: ChargeMonth }) {
  const t = officersTexts[lang];
  const answer = (said: boolean | undefined) =>
    said === undefined ? t.unknown : said ? yesNoLabels[lang].yes : yesNoLabels[lang].no;
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
          {charge.cells.map(({ cell, member, oriented, attended }) => (
            <tr key={cell.id}>
              <th scope="row">{capitalized(fullName(cell))}</th>
              <td>{member ?? <span class="missed">{t.nobody}</span>}</td>
              <td data-as={`${t.oriented}: `}>{answer(oriented)}</td>
              <td data-as={`${t.attended}: `}>{answer(attended)}</td>
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
  return (
    <section class="scroll" aria-label={t.communes} tabindex={0}>
      <table class="data">
        <caption>{t.communes}</caption>
        <thead>
          <tr>
            <th scope="col">{t.commune}</th>
            {[t.cells, t.assigned, t.oriented, t.attended, t.free].map((head) => (
              <th key={head} scope="col" class="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
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
      </table>
    </section>
  );
}

/** The members one a line, and for each cell one of them. */
function Assignment({ context, unit, cells, members, baseRevision, typed, errors }: OfficersPageProps) {
  const { lang } = context;
  const t = officersTexts[lang];
  return (
    <section>
      <h2>{t.edit}</h2>
      <form class="card" method="post" action={pathTo('/officers', {}, { unit: unit.id })}>
        <CsrfField context={context} />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <WordsField form={{ lang, typed, errors }} name="members" rows={8} hint={t.membersHint} marked={false} />
        {members.length === 0 ? (
          <p class="hint">{t.saveFirst}</p>
        ) : (
          cells.map((cell) => {
            const name = chargeField(cell.id);
            return (
              <div key={cell.id} class="field">
                <label for={idOf(name)}>{capitalized(fullName(cell))}</label>
                <select id={idOf(name)} name={name}>
                  <option value="">{t.nobody}</option>
                  {members.map((member) => (
                    <option key={member} selected={typed[name] === member}>
                      {member}
                    </option>
                  ))}
                </select>
              </div>
            );
          })
        )}
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}
