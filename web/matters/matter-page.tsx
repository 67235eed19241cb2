import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import { isBypass } from '#shared/matters/bypass.ts';
import type { MatterStep, TrackedMatter } from '#shared/matters/matter.ts';
import { seemsToName } from '#shared/matters/person-name.ts';
import { matterLevelLabels, matterStateLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { type Day, dayAt } from '#shared/period.ts';
import { severities, yesNo } from '#shared/reports/choices.ts';
import { parseReportId } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { topics } from '#shared/reports/topics.ts';
import { Alert } from '#web/components/alert.tsx';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { labelAt } from '#web/form/form-state.ts';
import { TypedWords } from '#web/form/typed-words.tsx';
import { MatterHistory } from '#web/matters/history.tsx';
import { matterWords } from '#web/matters/matter-words.ts';
import { StepForm } from '#web/matters/step-form.tsx';

interface MatterPageProps {
  /** The list from which the reader came, and what stands beside the matter there. */
  readonly list?: Readonly<Record<string, string>>;
  readonly beside?: Neighbours<Neighbour>;
  readonly context: PageContext;
  readonly matter: TrackedMatter;
  readonly unitName: string;
  /** Blank if the commune itself raised it. */
  readonly communeName: string;
  readonly due: Day;
  readonly overdue: boolean;
  /** Whether the day that was promised went by. */
  readonly promiseOver: boolean;
  /** What the reader may do now. */
  readonly steps: readonly MatterStep[];
  readonly earlier: readonly TrackedMatter[];
  /** A step that was refused: its typed fields, and its mistakes. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Whether a step was recorded a moment ago. */
  readonly done: boolean;
  /** Whether somebody acted on the matter after it was read. */
  readonly stale: boolean;
}

/** One matter: its content, who must answer by when, its history, and the next possible steps. */
export function MatterPage(props: MatterPageProps) {
  const { context, matter, unitName, communeName, due, overdue, promiseOver } = props;
  const { steps, earlier, typed, errors, done, stale, list = {}, beside = {} } = props;
  const { lang } = context;
  const { said, state, level, raisedAt, closedAt, promised, mergedInto, events, source } = matter;
  const t = mattersTexts[lang];
  const title = `${t.matter}: ${topics[said.topic][lang].toLowerCase()}`;
  const form = { lang, typed, errors };
  const { step, ...words } = typed;
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0}>
      <h1>{title}</h1>
      {stale && <Alert title={t.stale} />}
      <ErrorSummary form={form} title={t.errors} shows={() => true} />
      {done && <Alert title={t.done} tone="done" />}
      <p class="lead">{matterWords(said, lang)}</p>
      {seemsToName(`${said.summary}. ${said.proposal ?? ''}`) && <p class="notice">{t.nameHint}</p>}
      <dl class="facts">
        <dt>{t.where}</dt>
        <dd>
          <b>{capitalized(unitName)}</b>
          {communeName && `, ${communeName}`}
        </dd>
        <dt>{t.severity}</dt>
        <dd>{severities[said.severity][lang]}</dd>
        {isBypass(said) && (
          <>
            <dt>{reportFields.matters.parts.bypass.label[lang]}</dt>
            <dd>{yesNo.yes[lang]}</dd>
          </>
        )}
        {said.proposal && (
          <>
            <dt>{t.proposal}</dt>
            <dd>{said.proposal}</dd>
          </>
        )}
        <dt>{t.state}</dt>
        <dd>
          <b>{matterStateLabels[lang][state]}</b>
        </dd>
        <dt>{t.with}</dt>
        <dd>{matterLevelLabels[lang][level]}</dd>
        <dt>{t.raisedAt}</dt>
        <dd>{formatDay(dayAt(raisedAt))}</dd>
        <dt>{closedAt ? t.closedAt : t.due}</dt>
        <dd>
          {formatDay(closedAt ? dayAt(closedAt) : due)} {overdue && <span class="missed">({t.overdue})</span>}
        </dd>
        {promised && (
          <>
            <dt>{t.promised}</dt>
            <dd>
              {formatDay(promised)} {promiseOver && <span class="missed">({t.promiseOver})</span>}
            </dd>
          </>
        )}
      </dl>
      <p class="actions">
        {parseReportId(source) && <a href={pathTo('/reports/{id}', { id: source })}>{t.source}</a>}{' '}
        {mergedInto && <a href={pathTo('/matters/{id}', { id: mergedInto })}>{t.mergedInto}</a>}{' '}
        <a href={pathTo('/matters', {}, list)}>{t.back}</a>
      </p>
      <NeighbourNav label={t.title} {...beside} />
      {steps.length > 0 ? (
        <StepForm {...{ context, matter, steps, earlier, list, form }} />
      ) : (
        <TypedWords typed={words} nameOf={(name) => labelAt(form, name)} lang={lang} />
      )}
      <MatterHistory events={events} lang={lang} />
    </Document>
  );
}
