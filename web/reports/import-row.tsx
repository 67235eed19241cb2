import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { commonQuestions } from '#shared/reports/files/check-rows.ts';
import type { ComparedRow } from '#shared/reports/files/compare-stored.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { Understood } from '#shared/reports/files/file-row.ts';
import { reportFileTexts, whyTexts } from '#shared/reports/files/texts/report-files.ts';
import { rowField } from '#shared/reports/grid.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { errorAt, type FormState } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';
import { Question } from '#web/form/question.tsx';
import { labelInFile, valueInFile, wordsOf } from '#web/reports/file-words.ts';

interface ImportRowProps {
  readonly form: FormState;
  readonly row: ComparedRow;
  readonly at: number;
  readonly cells: readonly Unit[];
}

/** Mistakes between several figures: each of them may be the wrong one. */
const between = new Set([
  'present-above-required',
  'attendance-does-not-add-up',
  'adjustments-above-members',
  'part-of-another',
]);
const figures = ['fullMembers', 'exempt', 'present', 'excused', 'unexcused'];

/** One row of a file: what it says, what is asked, and what is stored already. */
export function ImportRow({ form, row, at, cells }: ImportRowProps) {
  const { lang } = form;
  const t = reportFileTexts[lang];
  const cell = cells.find(({ id }) => id === row.cell);
  const name = cell ? capitalized(fullName(cell)) : row.said;
  const typed = Object.fromEntries(Object.entries(row.typed).map(([field, value]) => [rowField(at, field), value]));
  const own: FormState = { ...form, typed: { ...typed, ...form.typed } };
  const common = new Set(row.compared.kind === 'same' ? [] : commonQuestions([row, row]));
  const wrong = new Set(row.errors.map(({ field }) => field));
  const isWrong = row.errors.some(({ field, code }) => code !== 'required' || !common.has(field));
  const isBetween = row.errors.some(({ code }) => between.has(code));
  const asks = Object.keys(fileFields).filter(
    (field) =>
      wrong.has(field) || (isBetween && figures.includes(field)) || Object.hasOwn(form.typed, rowField(at, field)),
  );
  const ask = (field: string) => {
    const question = fileFields[field];
    if (!question) return null;
    const address = row.from[field] ?? row.understood.find((each) => each.field === field)?.address;
    const hint = address ? t.at(address) : t.nowhere;
    return <Question key={field} form={own} name={rowField(at, field)} field={question} hint={hint} />;
  };
  return (
    <fieldset class="row">
      <legend>
        {t.rowTitle(row.row)}: {name}
      </legend>
      {cell && cell.name !== '' && row.said !== '' && capitalized(row.said) !== name && (
        <p>{t.matched(row.said, name)}</p>
      )}
      <p>{wordsOf(row, lang)}</p>
      <Notes row={row} lang={lang} />
      {(wrong.has('cell') || Object.hasOwn(form.typed, rowField(at, 'cell'))) && (
        <PlainField
          lang={lang}
          name={rowField(at, 'cell')}
          label={t.which}
          hint={t.at(row.from['cell'] ?? row.row)}
          error={errorAt(form, rowField(at, 'cell'))}
        >
          <option value="">{t.chooseCell}</option>
          {cells.map((each) => (
            <option key={each.id} value={each.id} selected={each.id === row.cell}>
              {capitalized(fullName(each))}
            </option>
          ))}
        </PlainField>
      )}
      {asks.filter((field) => !common.has(field) || row.from[field]).map(ask)}
      {[...common].some((field) => !row.from[field]) && (
        <details>
          <summary>{t.ownAnswer}</summary>
          {[...common].filter((field) => !row.from[field]).map(ask)}
        </details>
      )}
      <Existing form={own} row={row} at={at} />
      {(isWrong || row.isSkipped) && (
        <ChoiceField
          form={own}
          name={rowField(at, 'skip')}
          label={t.skip}
          open={t.takeIn}
          choices={[['yes', t.skip]]}
        />
      )}
    </fieldset>
  );
}

/** What was understood otherwise than it is written, and what is not taken over. */
function Notes({ row, lang }: { readonly row: ComparedRow; readonly lang: Lang }) {
  const t = reportFileTexts[lang];
  if (row.understood.length + row.remarks.length === 0) return null;
  return (
    <ul>
      {row.understood.map((each) => (
        <li key={`${each.field} ${each.address}`}>{noteOf(each, lang)}</li>
      ))}
      {row.remarks.map((each) => (
        <li key={each}>
          {t.remark(each)} {/chuyên đề/i.test(each) && row.typed['kind'] === 'regular' && t.thematic}
        </li>
      ))}
    </ul>
  );
}

function noteOf({ field, address, said, typed, why }: Understood, lang: Lang): string {
  const t = reportFileTexts[lang];
  const where = address ? `${t.at(address)} ` : '';
  const wrote = said ? `${t.wrote(said)}, ` : '';
  const reason = why ? ` (${whyTexts[lang][why]})` : '';
  return capitalized(`${where}${wrote}${t.taken} ${labelInFile(field, lang)}: ${typed || '–'}${reason}`);
}

/** What is stored already of the meeting: it is never written over unasked. */
function Existing({ form, row: { compared }, at }: Omit<ImportRowProps, 'cells'>) {
  const { lang } = form;
  const t = reportFileTexts[lang];
  const name = rowField(at, 'existing');
  if (compared.kind === 'new') return null;
  if (compared.kind === 'same') {
    const receipt = receiptOf({ digest: compared.stored.digest, report: compared.stored.report });
    return <p class="notice">{t.sameAsStored(receipt)}</p>;
  }
  const isOther = compared.kind === 'other-day';
  return (
    <>
      {!isOther && (
        <table class="data">
          <caption>{t.differs}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t.stored}</th>
              <th scope="col">{t.inFile}</th>
            </tr>
          </thead>
          <tbody>
            {compared.differences.map(({ field, stored, inFile }) => (
              <tr key={field}>
                <th scope="row">{labelInFile(field, lang)}</th>
                <td>{valueInFile(field, stored, lang) || '–'}</td>
                <td>{valueInFile(field, inFile, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ChoiceField
        form={form}
        name={name}
        label={isOther ? t.otherDay(formatDay(compared.day)) : t.keepOrReplace}
        choices={[
          ['keep', t.keep],
          ['replace', isOther ? t.another : t.replace],
        ]}
      />
    </>
  );
}
