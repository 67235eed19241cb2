import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField, sectionsOf } from '#shared/reports/find-field.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { valueWords } from '#shared/reports/texts/values.ts';
import { toTyped } from '#shared/reports/to-typed.ts';

type NamedValue = readonly [name: string, value: string];

interface ReportContentProps {
  readonly report: Report;
  readonly lang: Lang;
  /** The words of the tasks that the report follows up by their ids. */
  readonly tasks: ReadonlyMap<string, string>;
  /** Whether the reader may open their pages. */
  readonly opensTasks?: boolean;
  readonly table?: FieldTable;
}

/**
 * Shows the report in the sections of the form, so that readers find each value where it was typed. Blank fields are
 * not listed.
 */
export function ReportContent({ report, lang, tasks, opensTasks = false, table = reportFields }: ReportContentProps) {
  return (
    <section>
      <h2>{reportTexts[lang].content}</h2>
      {[...sectionsOf(table)].map(([section, asked]) => {
        const said = Object.entries(toTyped(report, asked)).filter(([name]) => findField(name, table)?.kind !== 'row');
        if (said.length === 0) return null;
        const facts = said.filter(([name]) => !name.includes('].'));
        const rows = said.filter(([name]) => name.includes('].'));
        return (
          <Fragment key={section}>
            <h3>{formTexts[lang][section]}</h3>
            {rows.length > 0 && <Rows fields={rows} lang={lang} table={asked} tasks={tasks} opensTasks={opensTasks} />}
            {facts.length > 0 && <Facts fields={facts} lang={lang} table={asked} tasks={tasks} />}
          </Fragment>
        );
      })}
    </section>
  );
}

interface FieldsProps {
  readonly fields: readonly NamedValue[];
  readonly lang: Lang;
  readonly table: FieldTable;
  readonly tasks: ReadonlyMap<string, string>;
}

function Facts({ fields, lang, table, tasks }: FieldsProps) {
  return (
    <dl class="facts">
      {[...Map.groupBy(fields, ([name]) => name.replace(/\[.*/, ''))].map(([question, answers]) => (
        <Fragment key={question}>
          <dt>{labelOf(question, lang, (id) => criterionName(id, lang), table)}</dt>
          <dd>{answers.map(([name, value]) => words(name, value, { lang, table, tasks })).join('; ')}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Tasks, follow-ups or matters, numbered as on the form. */
function Rows({ fields, lang, table, tasks, opensTasks }: FieldsProps & { readonly opensTasks: boolean }) {
  const rows = [...Map.groupBy(fields, ([name]) => name.slice(0, name.indexOf(']')))];
  return (
    <ol class="rows">
      {rows.map(([row, parts]) => (
        <li key={row}>
          {parts.map(([name, value]) => (
            <div key={name}>
              <span class="muted">{findField(name, table)?.label[lang]}:</span>{' '}
              {opensTasks && tasks.has(value) ? (
                <a href={pathTo('/tasks/{id}', { id: value })}>{words(name, value, { lang, table, tasks })}</a>
              ) : (
                words(name, value, { lang, table, tasks })
              )}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A removed text keeps its place, since the task itself still existed. */
function words(name: string, value: string, { lang, table, tasks }: Omit<FieldsProps, 'fields'>): string {
  return value === '' ? commonTexts[lang].expired : valueWords(name, value, lang, table, tasks);
}
