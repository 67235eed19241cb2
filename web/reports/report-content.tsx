import { Fragment } from 'preact';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Report } from '#shared/reports/report.ts';
import { fieldLabels, labelOf, type Question } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { valueWords } from '#shared/reports/texts/values.ts';
import { toTyped } from '#shared/reports/to-typed.ts';

/** The sections and their fields as the form has them, so that a report is found again where it was typed. */
const sections = {
  meeting: ['date', 'kind', 'startTime', 'durationMinutes'],
  members: [
    ...['fullMembers', 'probationaryMembers', 'exempt', 'temporarilyExempt', 'away', 'suspended', 'specialDuty'],
    'joining',
  ],
  attendance: ['present', 'excused', 'unexcused', 'late'],
  preparation: ['committeeMet', 'oriented', 'papersSent', 'focus'],
  conduct: ['stepsFollowed', 'previousReviewed', 'speakers', 'selfCriticism', 'notesTaken', 'minutesKept'],
  result: ['resolution', 'resolutionText', 'targetsSet', 'targetsMet'],
  tasks: ['tasks'],
  followUps: ['followUps'],
  matters: ['matters'],
  superiors: ['attendedBy'],
  score: ['points', 'deductionNote'],
} as const satisfies Partial<Record<keyof (typeof formTexts)['vi'], readonly string[]>>;

type NamedValue = readonly [name: string, value: string];

/** What the report says, section by section, as it was entered. What was left blank is not listed. */
export function ReportContent({ report, lang }: { readonly report: Report; readonly lang: Lang }) {
  const typed = Map.groupBy(Object.entries(toTyped(report)), ([field]) => /^\w+/.exec(field)?.[0]);
  return (
    <section>
      <h2>{reportTexts[lang].content}</h2>
      {Object.entries(sections).map(([section, names]) => {
        const fields = names.flatMap((name) => typed.get(name) ?? []);
        if (fields.length === 0) return null;
        return (
          <Fragment key={section}>
            <h3>{formTexts[lang][section as keyof typeof sections]}</h3>
            {fields[0]?.[0].includes('[') ? (
              <Rows fields={fields} lang={lang} />
            ) : (
              <Facts fields={fields} lang={lang} />
            )}
          </Fragment>
        );
      })}
    </section>
  );
}

interface FieldsProps {
  readonly fields: readonly NamedValue[];
  readonly lang: Lang;
}

function Facts({ fields, lang }: FieldsProps) {
  return (
    <dl class="facts">
      {fields.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{labelOf(name, lang, (id) => criterionName(id, lang))}</dt>
          <dd>{words(name, value, lang)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Tasks, follow-ups or matters, numbered as on the form. */
function Rows({ fields, lang }: FieldsProps) {
  const rows = [...Map.groupBy(fields, ([name]) => name.slice(0, name.indexOf(']')))];
  return (
    <ol class="rows">
      {rows.map(([row, parts]) => (
        <li key={row}>
          {parts.map(([name, value]) => (
            <div key={name}>
              <span class="muted">{fieldLabels[lang][name.slice(name.indexOf('.') + 1) as Question]}:</span>{' '}
              {words(name, value, lang)}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A text that is gone leaves its place: that there was a task stays true. */
function words(name: string, value: string, lang: Lang): string {
  return value === '' ? commonTexts[lang].expired : valueWords(name, value, lang);
}
