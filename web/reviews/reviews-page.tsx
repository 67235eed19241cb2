import { ownerName } from '#shared/access/owner-name.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { parseReportId, type Revision } from '#shared/reports/report.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { choiceQuery, type ReviewChoice, type ReviewRow, type ReviewTag } from '#shared/reviews/review-list.ts';
import { leftReasons, reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import { nameWithin } from '#shared/units/name-within.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { LineageNote, type RelatedUnit } from '#web/components/lineage-note.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';
import { Deed } from '#web/reports/deed.tsx';
import { type Counted, ReviewFilter } from '#web/reviews/review-filter.tsx';
import { ReviewRows } from '#web/reviews/review-rows.tsx';

type LeftReason = keyof (typeof leftReasons)['vi'];

/** A ticked report that was not confirmed. */
export interface Left {
  readonly id: string;
  readonly why: LeftReason;
  /** What somebody else has done with it. */
  readonly meanwhile?: Pick<Revision, 'state' | 'by' | 'at'>;
}

/** What became of the reports that were ticked. */
export interface Outcome {
  readonly confirmed: readonly string[];
  readonly left: readonly Left[];
}

interface ReviewsPageProps {
  readonly context: PageContext;
  readonly unit: Unit;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly closed: boolean;
  /** What the unit was before a reform, and what it became. */
  readonly before?: readonly RelatedUnit[];
  readonly after?: readonly RelatedUnit[];
  readonly choice: ReviewChoice;
  /** Of all that waits: how many there are, and in how many something stands out. */
  readonly waiting: number;
  readonly outstanding: number;
  readonly tags: readonly { readonly tag: ReviewTag; readonly count: number }[];
  readonly communes: readonly Counted[];
  readonly groups: readonly Counted[];
  /** The rows of this page, of all that were asked for. */
  readonly rows: readonly ReviewRow[];
  readonly total: number;
  readonly first?: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly nameOf: (unit: UnitId) => string;
  readonly outcome?: Outcome;
  /** The last of a list was decided a moment ago. */
  readonly done?: boolean;
  /** What was typed and ticked in a form that was refused. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** What waits for the reader: what stands out in each, and a form that confirms many with one reason. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { context, unit, month, choice, rows, page, pages, nameOf, typed, errors } = props;
  const { lang, session } = context;
  const t = reviewsTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const here = { unit: unit.id, month, ...choiceQuery(choice) };
  const to = (changes: Readonly<Record<string, string>>) => pathTo('/reviews', {}, { ...here, ...changes });
  const onPage = { ...(page > 1 && { page: String(page) }) };
  const who = { cell: undefined, commune: t.whoCommune, group: t.whoGroup, district: t.whoDistrict };
  return (
    <Document title={title} context={context} typing={errors.length > 0 || typed['reason'] !== undefined} work>
      <h1>{title}</h1>
      {props.outcome && (
        <Outcomes outcome={props.outcome} lang={lang} nameOf={nameOf} namesCommunes={unit.level === 'district'} />
      )}
      {props.done && <Alert title={props.total > 0 ? t.decided : t.decidedAll} tone="done" focused />}
      {errors.length > 0 && (
        <Alert title={t.undecided} focused>
          <ul>
            {errors.map((error) => (
              <li key={error.field}>
                {error.field === 'tick' ? (
                  t.noTick
                ) : (
                  <a href="#reason">{`${t.manyReason}: ${mistakeAt(error, lang)}`}</a>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p class="lead">
        <b>{capitalized(session ? ownerName(session, unit) : fullName(unit))}.</b>{' '}
        {t.lead(props.waiting, props.outstanding)}
      </p>
      <LineageNote lang={lang} before={props.before ?? []} after={props.after ?? []} />
      {props.closed && session?.role !== 'district' && <p class="notice">{t.closed}</p>}
      {props.first !== undefined && (
        <p class="actions">
          <a class="btn" href={to({ report: props.first })}>
            {t.start} ({props.total})
          </a>
        </p>
      )}
      {props.waiting > 0 && <ReviewFilter {...props} lang={lang} unit={unit.id} />}
      {props.total === 0 && <p>{props.waiting === 0 ? t.nothing : t.nothingChosen}</p>}
      {rows.length === 0 && <TypedWords lang={lang} typed={typed} fields={['reason']} />}
      {rows.length > 0 && (
        <form method="post" action={to(onPage)} autocomplete="off">
          <CsrfField context={context} />
          <input type="hidden" name="action" value="confirm" />
          <ReviewRows
            lang={lang}
            rows={rows}
            namesCommunes={unit.level === 'district'}
            nameOf={nameOf}
            pathOf={(report) => to({ report })}
            ticked={new Set(Object.keys(typed).flatMap((name) => (name.startsWith('tick.') ? [name.slice(5)] : [])))}
          />
          <Pages page={page} pages={pages} lang={lang} to={(other) => to({ page: String(other) })} />
          <ManyReason lang={lang} typed={typed} errors={errors} />
        </form>
      )}
      <MonthNav
        lang={lang}
        previous={props.previousMonth}
        next={props.nextMonth}
        to={(other) => pathTo('/reviews', {}, { unit: unit.id, month: other })}
      />
      {session && <p class="hint">{who[session.role]}</p>}
      <p class="hint">{t.rate}</p>
    </Document>
  );
}

type Lang = PageContext['lang'];

function ManyReason({ lang, typed, errors }: { readonly lang: Lang } & Pick<ReviewsPageProps, 'typed' | 'errors'>) {
  const t = reviewsTexts[lang];
  const field = { form: { lang, typed, errors }, name: 'reason', hint: t.manyHint };
  return (
    <fieldset class="row">
      <legend>{t.many}</legend>
      <div class={frameClass(field.form, 'reason')}>
        <label for="reason">{t.manyReason}</label>
        <FieldWords {...field} />
        <textarea id="reason" name="reason" rows={2} {...describedBy(field)}>
          {typed['reason'] ?? ''}
        </textarea>
      </div>
      <p class="send">
        <button type="submit">{t.manySend}</button>
      </p>
    </fieldset>
  );
}

interface PagesProps extends Pick<ReviewsPageProps, 'page' | 'pages'> {
  readonly lang: Lang;
  readonly to: (page: number) => string;
}

function Pages({ page, pages, lang, to }: PagesProps) {
  const t = reviewsTexts[lang];
  if (pages < 2) return null;
  return (
    <p class="actions">
      {page > 1 && <a href={to(page - 1)}>{t.before}</a>} {t.page(page, pages)}{' '}
      {page < pages && <a href={to(page + 1)}>{t.after}</a>}
    </p>
  );
}

interface OutcomesProps extends Pick<ReviewsPageProps, 'nameOf'> {
  readonly namesCommunes: boolean;
  readonly outcome: Outcome;
  readonly lang: Lang;
}

/** Which of the ticked reports are confirmed, and why others are not: each by its name. */
function Outcomes({ outcome: { confirmed, left }, lang, nameOf, namesCommunes }: OutcomesProps) {
  const t = reviewsTexts[lang];
  const nameIn = (id: string) => {
    const cell = parseReportId(id)?.cell;
    if (cell === undefined) return id;
    return capitalized(namesCommunes ? nameWithin(cell, nameOf) : nameOf(cell));
  };
  return (
    <>
      {confirmed.length > 0 && (
        <Alert title={t.confirmed(confirmed.length)} tone="done" focused={left.length === 0}>
          <p>{confirmed.map(nameIn).join('; ')}.</p>
        </Alert>
      )}
      {left.length > 0 && (
        <Alert title={t.left(left.length)} focused>
          <ul>
            {left.map(({ id, why, meanwhile }) => (
              <li key={id}>
                {why === 'not-found' ? nameIn(id) : <a href={pathTo('/reports/{id}', { id })}>{nameIn(id)}</a>}:{' '}
                {leftReasons[lang][why]}
                {meanwhile && (
                  <>
                    {' '}
                    (<Deed deed={meanwhile} lang={lang} />)
                  </>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
