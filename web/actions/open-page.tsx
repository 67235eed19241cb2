import { pathTo } from '#shared/access/routes.ts';
import type { SeenFigure, TrackedAction } from '#shared/actions/action.ts';
import { type Cause, causes } from '#shared/actions/causes.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { seenWords } from '#shared/actions/texts/figure-words.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { Group, UnitId } from '#shared/units/units.ts';
import { actionLabel } from '#web/actions/action-label.ts';
import { type About, DismissForm, PlanForm } from '#web/actions/plan-form.tsx';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';

/** Why no action can be opened: one is under way, the district has decided, there is no figure. */
export type OpeningBar = 'already' | 'decided' | 'notTold';

interface OpenPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly indicator: IndicatorId;
  readonly about: About;
  readonly figure?: SeenFigure;
  /** The month before, where both propose it. */
  readonly before?: SeenFigure;
  /** What is being done about the figure already. */
  readonly underWay: readonly TrackedAction[];
  readonly groups: readonly Pick<Group, 'number' | 'name'>[];
  /** Then there is no form for it. */
  readonly bar?: OpeningBar;
  /** The form that was sent, if it is not the first one. */
  readonly sent?: 'dismiss';
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
}

/** The page on which an action is opened on a figure, or a proposal dismissed. */
export function OpenPage(props: OpenPageProps) {
  const { context, unit, indicator, about, figure, before, underWay, groups, bar, sent, typed, errors, stale } = props;
  const { lang } = context;
  const t = actionsTexts[lang];
  const none = { lang, typed: {}, errors: [] };
  const form = { lang, typed, errors };
  const nameOf = (field: string) => actionLabel(field, lang);
  const isOffered = sent === 'dismiss' ? before !== undefined : bar === undefined;
  const cause = causes[typed['cause'] as Cause]?.[lang];
  return (
    <Document title={t.openTitle} context={context} typing={stale || errors.length > 0} work>
      <h1>{t.openTitle}</h1>
      {bar ? <Alert title={t[bar]} tone={stale ? 'problem' : 'notice'} /> : stale && <Alert title={t.stale} />}
      <RowMistakes form={form} title={t.errors} nameOf={nameOf} />
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {indicatorLabels[lang][indicator]}
      </p>
      <dl class="facts">
        {before && (
          <>
            <dt>{t.monthBefore}</dt>
            <dd>{seenWords(indicator, before, lang)}</dd>
          </>
        )}
        <dt>{t.figure}</dt>
        <dd>{figure ? seenWords(indicator, figure, lang) : t.noFigure}</dd>
      </dl>
      {underWay.length > 0 && (
        <div class="notice">
          {bar !== 'already' && <p>{t.already}:</p>}
          <ul>
            {underWay.map(({ id, plan }) => (
              <li key={id}>
                <a href={pathTo('/actions/{id}', { id })}>{plan?.what}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!isOffered && <TypedWords typed={{ ...typed, ...(cause && { cause }) }} nameOf={nameOf} lang={lang} />}
      {!bar && <PlanForm context={context} about={about} groups={groups} form={sent === 'dismiss' ? none : form} />}
      {before && <DismissForm context={context} about={about} form={sent === 'dismiss' ? form : none} />}
      <p class="actions">
        <a href={pathTo('/actions', {}, { unit: unit.id })}>{t.back}</a>
      </p>
    </Document>
  );
}
