import { Fragment } from 'preact';
import type { Report } from '#shared/report.ts';
import { commonTexts } from '#shared/texts/common.ts';
import { criterionName } from '#shared/texts/criteria.ts';
import { labelOf } from '#shared/texts/fields.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { reportTexts } from '#shared/texts/report.ts';
import { valueWords } from '#shared/texts/values.ts';
import { toTyped } from '#shared/to-typed.ts';

/** What the report says, field by field, as it was entered. What was left blank is not listed. */
export function ReportContent({ report, lang }: { readonly report: Report; readonly lang: Lang }) {
  const fields = Object.entries(toTyped(report)).filter(([name]) => name !== 'cell');
  return (
    <section>
      <h2>{reportTexts[lang].content}</h2>
      <dl class="facts">
        {fields.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{labelOf(name, lang, (id) => criterionName(id, lang))}</dt>
            {/* A text that is gone leaves its row: that there was a task stays true. */}
            <dd>{value === '' ? commonTexts[lang].expired : valueWords(name, value, lang)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
