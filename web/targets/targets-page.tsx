import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
import type { QuarterNumber, Year } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { Help } from '#web/practice/help.tsx';
import { ProgressTable } from '#web/targets/progress-table.tsx';
import { TargetForm } from '#web/targets/target-form.tsx';

interface TargetsPageProps {
  readonly context: PageContext;
  readonly cell: { readonly id: UnitId; readonly name: string };
  readonly year: Year;
  /** The years beside it that have a page. */
  readonly previous?: Year;
  readonly next?: Year;
  readonly progress: readonly TargetProgress[];
  /** Why nobody can change them now. */
  readonly closed?: 'over' | 'not-standing';
  /** Set where the reader may change them. */
  readonly writing?: { readonly typed: Typed; readonly baseRevision: number };
  /** What was typed for a year that takes nothing any more. */
  readonly kept?: Typed;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
  readonly done: boolean;
}

/** A cell's yearly resolution in numbers and the targets of its congress, with their progress by quarter. */
export function TargetsPage(props: TargetsPageProps) {
  const { context, cell, year, previous, next, progress, closed, writing, kept, errors, stale, done } = props;
  const { lang } = context;
  const t = targetTexts[lang];
  const form = { lang, typed: writing?.typed ?? kept ?? {}, errors };
  const to = (other: Year) => pathTo('/targets', {}, { cell: cell.id, year: other });
  return (
    <Document title={`${t.title(year)}: ${cell.name}`} context={context} typing={stale || errors.length > 0} wide>
      <h1>{t.title(year)}</h1>
      {stale && <Alert title={t.stale} />}
      {!closed && <RowMistakes form={form} title={t.errors} nameOf={(field) => nameOf(field, t)} />}
      {done && <Alert title={t.stored} tone="done" />}
      {closed && (
        <Alert title={closed === 'over' ? t.over(year) : t.notStanding(year)} tone="notice">
          {kept && Object.values(kept).some((value) => value !== '') && (
            <ul>{Object.entries(kept).map(([name, value]) => value && <li key={name}>{value}</li>)}</ul>
          )}
        </Alert>
      )}
      <p class="lead">
        <b>{capitalized(cell.name)}.</b> {t.lead}
      </p>
      {writing && <Help context={context} of="targets" />}
      <MonthNav lang={lang} previous={previous} next={next} to={to} />
      <p class="actions">
        <a href={pathTo('/results/{cell}', { cell: cell.id })}>{t.results}</a>
      </p>
      {stale && <h2>{t.storedNow}</h2>}
      {progress.length > 0 ? <ProgressTable progress={progress} cell={cell.id} lang={lang} /> : <p>{t.none}</p>}
      {writing && (
        <TargetForm context={context} form={form} cell={cell.id} year={year} baseRevision={writing.baseRevision} />
      )}
    </Document>
  );
}

/** A field in the summary of mistakes: its row and its question. */
function nameOf(field: string, t: (typeof targetTexts)['vi']): string {
  const [, row, part = ''] = /^targets\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
  if (row === undefined) return field;
  const asked = /^q[1-4]$/.test(part)
    ? t.quarter(part.slice(1) as QuarterNumber)
    : { what: t.what, unit: t.unit, quantity: t.quantity, until: t.until }[part];
  return `${t.row(Number(row) + 1)}: ${asked ?? part}`;
}
