import { pathTo } from '#shared/access/routes.ts';
import type { ActionEvent, ActionStep, PlannedAction, SeenFigure } from '#shared/actions/action.ts';
import { causes } from '#shared/actions/causes.ts';
import type { SaidStep } from '#shared/actions/parse-action.ts';
import { actionListLabels, actionsTexts } from '#shared/actions/texts/actions.ts';
import { seenWords } from '#shared/actions/texts/figure-words.ts';
import { stillMissedWords } from '#shared/actions/texts/still-missed.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import { seemsToName } from '#shared/matters/person-name.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { dayAt, type Month } from '#shared/period.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { parentOf } from '#shared/units/units.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { actionLabel } from '#web/actions/action-label.ts';
import { ActionHistory } from '#web/actions/history.tsx';
import { StepForms } from '#web/actions/step-forms.tsx';
import { Alert } from '#web/components/alert.tsx';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';

interface ActionPageProps {
  readonly context: PageContext;
  /** The list from which the reader came, and what stands beside it there. */
  readonly list?: Readonly<Record<string, string>>;
  readonly beside?: Neighbours<Neighbour>;
  readonly action: PlannedAction;
  readonly unitName: string;
  /** Blank if the unit is no cell. */
  readonly communeName: string;
  readonly overdue: boolean;
  /** The newest figure with a verdict. */
  readonly newest?: SeenFigure;
  /** What the reader may do now. */
  readonly steps: readonly ActionStep[];
  readonly thisMonth: Month;
  /** A form that was refused: which, its typed fields, and its mistakes. */
  readonly sent?: SaidStep['kind'];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly done: boolean;
  readonly stale: boolean;
  /** Whether it was to be closed while the figure is missed. */
  readonly stillMissed: boolean;
}

/** One action: what is done about which figure, by whom and until when, how it went, and what may be done now. */
export function ActionPage(props: ActionPageProps) {
  const { context, action, unitName, communeName, overdue, newest, steps, thisMonth, sent, typed, errors } = props;
  const { done, stale, stillMissed, list, beside } = props;
  const { lang } = context;
  const { unit, indicator, month, plan, state, closedAt, events } = action;
  const t = actionsTexts[lang];
  const opened = eventOf(events, 'open');
  const closed = eventOf(events, 'close');
  const title = `${t.action}: ${indicatorLabels[lang][indicator]}`;
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0} work>
      <h1>{title}</h1>
      {stale && <Alert title={state === 'open' ? t.stale : t.ended} />}
      {stillMissed && newest ? (
        <Alert title={t.stillMissed} focused>
          <p>
            <a href="#despite">{stillMissedWords(indicator, newest, lang)}</a>
          </p>
        </Alert>
      ) : (
        <RowMistakes form={{ lang, typed, errors }} title={t.errors} nameOf={(field) => actionLabel(field, lang)} />
      )}
      {done && <Alert title={t.done} tone="done" />}
      <p class="lead">{plan.what}</p>
      {seemsToName(`${plan.what}. ${plan.who}. ${plan.why ?? ''}`) && <p class="notice">{t.nameHint}</p>}
      {sent && !steps.includes(sent) && (
        <TypedWords typed={typed} nameOf={(field) => actionLabel(field, lang)} lang={lang} />
      )}
      <dl class="facts">
        <dt>{t.where}</dt>
        <dd>
          <b>{capitalized(unitName)}</b>
          {communeName && `, ${communeName}`}
        </dd>
        <dt>{t.who}</dt>
        <dd>{plan.who}</dd>
        <dt>{t.state}</dt>
        <dd>
          <b class={overdue ? 'missed' : undefined}>
            {actionListLabels[lang][overdue ? 'overdue' : state === 'closed' ? 'closed' : 'open']}
          </b>
          {closed?.despite && ` (${t.closedDespite.toLowerCase()})`}
        </dd>
        <dt>{closedAt ? t.closedAt : t.until}</dt>
        <dd>{formatDay(closedAt ? dayAt(closedAt) : plan.due)}</dd>
        <dt>{t.cause}</dt>
        <dd>{causes[plan.cause][lang]}</dd>
        {plan.why && (
          <>
            <dt>{t.why}</dt>
            <dd>{plan.why}</dd>
          </>
        )}
        {plan.group && (
          <>
            <dt>{t.group}</dt>
            <dd>{visitsTexts[lang].groupNumber(plan.group)}</dd>
          </>
        )}
        <dt>{t.figureThen}</dt>
        <dd>{opened?.figure ? seenWords(indicator, opened.figure, lang) : t.noFigure}</dd>
        {closed?.figure && (
          <>
            <dt>{t.figureAtEnd}</dt>
            <dd>{seenWords(indicator, closed.figure, lang)}</dd>
          </>
        )}
        {state === 'open' && (
          <>
            <dt>{t.nowFigure}</dt>
            <dd>{newest ? seenWords(indicator, newest, lang) : t.noFigure}</dd>
          </>
        )}
      </dl>
      <p class="actions">
        <a href={pathTo('/scorecards/{unit}/{month}', { unit: hasScorecard(unit), month })}>{t.scorecard}</a>{' '}
        <a href={pathTo('/actions', {}, list)}>{t.back}</a>
      </p>
      <NeighbourNav label={t.title} {...beside} />
      <StepForms
        context={context}
        action={action}
        steps={steps}
        thisMonth={thisMonth}
        missed={newest?.verdict === 'missed'}
        {...(list && { list })}
        {...(sent && { sent })}
        typed={typed}
        errors={errors}
      />
      <ActionHistory events={events} indicator={indicator} lang={lang} />
    </Document>
  );
}

function eventOf<Kind extends ActionEvent['kind']>(events: readonly ActionEvent[], kind: Kind) {
  return events.findLast((event): event is Extract<ActionEvent, { readonly kind: Kind }> => event.kind === kind);
}

/** A cell's figures are lines of its commune's scorecard. */
function hasScorecard(unit: string): string {
  return unit.split('.').length > 2 ? (parentOf(unit) ?? unit) : unit;
}
