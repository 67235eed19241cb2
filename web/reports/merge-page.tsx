import { roleLabels } from '#shared/access/texts/roles.ts';
import type { Typed } from '#shared/input/typed.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { capitalized, formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField, partsOf } from '#shared/reports/find-field.ts';
import type { Revision } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { mergeTexts } from '#shared/reports/texts/form.ts';
import { valueWords } from '#shared/reports/texts/values.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { idOf } from '#web/form/form-state.ts';

interface MergePageProps {
  readonly context: PageContext;
  readonly action: string;
  /** The sent and the stored version, both as form values. */
  readonly mine: Typed;
  readonly theirsTyped: Typed;
  readonly theirs: Revision;
  readonly cell: { readonly name: string };
  readonly month: Month;
  readonly lastMonth: { readonly known: readonly TrackedTask[] };
  readonly table?: FieldTable;
}

/**
 * Shows both versions of each differing field after two people wrote at once, so that the writer can choose one. Equal
 * fields are sent as hidden values. The writer can check the result in the form before sending it.
 */
export function MergePage(props: MergePageProps) {
  const { context, action, mine, theirs, theirsTyped, cell, month, lastMonth, table = reportFields } = props;
  const { lang } = context;
  const t = mergeTexts[lang];
  const names = inFormOrder([...Object.keys(theirsTyped), ...Object.keys(mine)], table);
  // The number of a row is nothing to choose: it stays with the row, if the row stays.
  const isNumber = (name: string) => findField(name, table)?.kind === 'row';
  const differing = names.filter((name) => !isNumber(name) && (mine[name] ?? '') !== (theirsTyped[name] ?? ''));
  const numbers = Object.entries(theirsTyped).filter(([name]) => isNumber(name));
  const same = Object.entries({ ...Object.fromEntries(numbers), ...mine }).filter(
    ([name]) => !differing.includes(name),
  );
  const tasks = new Map<string, string>(lastMonth.known.map(({ id, what }) => [id, what]));
  const who = `${roleLabels[lang][theirs.by.role]} (${theirs.by.user})`;
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      <p class="lead">
        {capitalized(cell.name)}, {formatMonth(month, lang)}
      </p>
      <Alert title={t.nothingLost} tone="notice">
        <p>{t.stored(theirs.revision, who, formatInstant(theirs.at))}</p>
      </Alert>
      <form class="report" method="post" action={action}>
        <CsrfField context={context} />
        <input type="hidden" name="action" value="amend" />
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="baseRevision" value={theirs.revision} />
        {same.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <h2>{t.differences}</h2>
        <p>{differing.length === 0 ? t.same : t.choose}</p>
        {differing.map((name) => (
          <Choice
            key={name}
            name={name}
            mine={mine[name] ?? ''}
            theirs={theirsTyped[name] ?? ''}
            lang={lang}
            table={table}
            tasks={tasks}
          />
        ))}
        <p class="send">
          <button type="submit">{t.send}</button>{' '}
          <button type="submit" class="quiet" name="press" value="show">
            {t.look}
          </button>
        </p>
      </form>
    </Document>
  );
}

/** The names in either version, each once, in the order of the form. */
function inFormOrder(names: readonly string[], table: FieldTable): string[] {
  const order = Object.keys(table);
  const placeOf = (name: string) => {
    const [, field = '', row = 0, part = ''] = /^(\w+)(?:\[(\d+)\]\.(\w+))?/.exec(name) ?? [];
    return [order.indexOf(field), Number(row), partsOf(field, table).findIndex(([each]) => each === part)];
  };
  const places = new Map(names.map((name) => [name, placeOf(name)]));
  return [...places]
    .sort(([, a], [, b]) => a.map((at, n) => at - (b[n] as number)).find(Boolean) ?? 0)
    .map(([name]) => name);
}

interface ChoiceProps {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly lang: PageContext['lang'];
  readonly table: FieldTable;
  readonly tasks: ReadonlyMap<string, string>;
}

/** Shows two versions of a field. The writer's own is the default. */
function Choice({ name, mine, theirs, lang, table, tasks }: ChoiceProps) {
  const t = mergeTexts[lang];
  const versions = [
    { value: mine, label: t.mine, checked: true },
    { value: theirs, label: t.theirs, checked: false },
  ];
  return (
    <fieldset class="field choice versions">
      <legend>{labelOf(name, lang, (id) => criterionName(id, lang), table)}</legend>
      <div>
        {versions.map(({ value, label, checked }) => (
          <label key={label}>
            <input id={checked ? idOf(name) : undefined} type="radio" checked={checked} value={value} name={name} />{' '}
            <span>
              {label}: <b>{valueWords(name, value, lang, table, tasks)}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
