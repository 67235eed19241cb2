import { pathTo } from '#shared/access/routes.ts';
import type { Typed } from '#shared/input/typed.ts';
import { capitalized, monthDigits } from '#shared/language/format.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { unitsTexts } from '#shared/units/texts/units-page.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';
import { ListPreview, type ShownList } from '#web/units/list-preview.tsx';
import { UnitsTable } from '#web/units/units-table.tsx';

interface UnitsPageProps {
  readonly context: PageContext;
  /** The district, or a commune. */
  readonly unit: Unit;
  /** What stands below it, of all times. */
  readonly units: readonly Unit[];
  readonly communes: readonly Unit[];
  readonly now: Instant;
  readonly list?: ShownList;
  readonly typed?: Typed;
  readonly done?: number;
}

/** The units of a district with their spans and names, and a form that enters a list of them. */
export function UnitsPage({ context, unit, units, communes, now, list, typed = {}, done }: UnitsPageProps) {
  const { lang } = context;
  const t = unitsTexts[lang];
  const commune = typed['commune'] ?? (unit.level === 'commune' ? unit.id : '');
  return (
    <Document title={t.title} context={context} typing={list !== undefined} wide>
      <h1>{`${t.title}: ${fullName(unit)}`}</h1>
      {done !== undefined && <Alert title={t.done(done)} tone="done" />}
      {list && <ListPreview context={context} list={list} commune={commune} reason={typed['reason'] ?? ''} />}
      <h2>{t.fileTitle}</h2>
      <p>{t.fileLead}</p>
      <form class="sign-in" method="post" enctype="multipart/form-data" action={pathTo('/directory/units', {})}>
        <CsrfField context={context} />
        <PlainField
          lang={lang}
          name="file"
          label={t.file}
          hint={t.fileHint}
          error={list?.file ?? (list && list.problems.length > 0 ? t.mend : undefined)}
          type="file"
          accept=".csv,.xlsx,text/csv"
        />
        <PlainField lang={lang} name="commune" label={t.commune} hint={t.communeHint}>
          <option value="">{t.noCommune}</option>
          {communes
            .filter(({ to }) => to === undefined)
            .map((each) => (
              <option key={each.id} value={each.id} selected={each.id === commune}>
                {capitalized(fullName(each))}
              </option>
            ))}
        </PlainField>
        <PlainField
          lang={lang}
          name="from"
          label={t.from}
          hint={t.fromHint}
          value={typed['from'] ?? monthDigits(monthAt(now))}
          autocomplete="off"
        />
        <p class="send">
          <button type="submit">{t.preview}</button>
        </p>
      </form>
      <h2>{unit.level === 'district' ? t.communes : t.cells}</h2>
      {unit.level === 'commune' && (
        <p class="actions">
          <a href={pathTo('/directory/units', {})}>{t.back}</a>
        </p>
      )}
      {units.length === 0 ? <p>{t.none}</p> : <UnitsTable lang={lang} units={units} />}
    </Document>
  );
}
