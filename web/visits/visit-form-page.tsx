import { pathTo } from '#shared/access/routes.ts';
import { MOST_ROWS } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { commonTexts } from '#shared/language/common.ts';
import { formatInstant, formatNumber } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { Instant } from '#shared/period.ts';
import { draftExpiry } from '#shared/reports/draft.ts';
import { findField } from '#shared/reports/find-field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import type { GroupMember } from '#shared/units/units.ts';
import { adviceLabels, visitsTexts } from '#shared/visits/texts/visits.ts';
import { adviceOutcomes, type VisitId } from '#shared/visits/visit.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import { rowCount } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { MattersSection } from '#web/matters/matters-section.tsx';
import { MemberField } from '#web/visits/member-field.tsx';
import { UnitField, type VisitedUnit } from '#web/visits/unit-field.tsx';

interface VisitFormPageProps {
  readonly context: PageContext;
  readonly units: readonly VisitedUnit[];
  readonly members: readonly GroupMember[];
  readonly regime: Regime;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The revision that the writer has seen; 0 for a visit that is not stored yet. */
  readonly baseRevision: number;
  /** The planned visit that this report is for. The report may have another day. */
  readonly planned?: VisitId;
  /** What the group advised when it last attended there. */
  readonly lastAdvice?: string;
  /** Whether the visit has changed since it was read. */
  readonly stale: boolean;
  /** When what the form shows was kept, because it came back with mistakes. */
  readonly savedAt?: Instant;
}

/** The form for what a member of a working group saw, advised and heard. */
export function VisitFormPage(props: VisitFormPageProps) {
  const { context, units, members, regime, typed, errors, baseRevision, planned, lastAdvice, stale, savedAt } = props;
  const { lang } = context;
  const t = visitsTexts[lang];
  const form = { lang, typed, errors };
  const rows = rowCount('matters', [typed], 1, MOST_ROWS);
  const action = pathTo('/visits', {});
  return (
    <Document title={t.formTitle} context={context} typing={errors.length > 0 || stale}>
      <h1>{t.formTitle}</h1>
      {stale && <Alert title={t.stale} />}
      {savedAt && (
        <p class="notice">{formTexts[lang].saved(formatInstant(savedAt), formatInstant(draftExpiry(savedAt)))}</p>
      )}
      <ErrorSummary form={form} title={t.errors} shows={(name) => showsField(name, rows, regime)} />
      <form method="post" action={action} autocomplete="off">
        <CsrfField context={context} />
        <input type="hidden" name="action" value="report" />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        {planned && <input type="hidden" name="planned" value={planned} />}
        {/* Enter in a field presses the first button: it must neither remove a row nor send an unfinished form. */}
        <button type="submit" class="unseen" name="press" value="show" tabindex={-1}>
          {t.show}
        </button>
        <p class="secret">
          <b>{commonTexts[lang].noSecrets}</b>
        </p>
        <FormSection id="s-visit" title={t.visit}>
          <UnitField form={form} units={units} />
          <TextField form={form} name="date" kind="short" label={t.day} hint={reportFields.date.hint[lang]} />
          <MemberField form={form} members={members} />
          <WordsField form={form} name="seen" rows={5} />
          <WordsField form={form} name="advice" />
          <ChoiceField
            form={form}
            name="adviceKept"
            choices={adviceOutcomes.map((each) => [each, adviceLabels[lang][each]] as const)}
            open={t.noAdvice}
          />
          <WordsField form={form} name="lastAdvice" {...(lastAdvice && { hint: t.lastAdviceWas(lastAdvice) })} />
        </FormSection>
        <FormSection id="s-score" title={`${t.score} ${commonTexts[lang].ifAny}`} hint={t.scoreHint}>
          {criteriaOf(regime)
            .filter(({ how }) => how === 'judged')
            .map(({ id, max }) => (
              <TextField
                key={id}
                form={form}
                name={`points.${id}`}
                kind="points"
                label={criterionName(id, lang)}
                hint={formTexts[lang].upTo(formatNumber(max, lang))}
              />
            ))}
        </FormSection>
        <MattersSection form={form} rows={rows} action={action} />
        <p class="send">
          <button type="submit">{t.send}</button> <a href={action}>{t.back}</a>
        </p>
      </form>
    </Document>
  );
}

function showsField(name: string, matters: number, regime: Regime): boolean {
  const row = /^matters\[(\d+)\]/.exec(name);
  if (row) return findField(name) !== undefined && Number(row[1]) < matters;
  if (name.startsWith('points.'))
    return criteriaOf(regime).some(({ id, how }) => how === 'judged' && name === `points.${id}`);
  return ['unit', 'date', 'member', 'seen', 'advice', 'adviceKept', 'lastAdvice'].includes(name);
}
