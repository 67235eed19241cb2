import { pathTo } from '#shared/access/routes.ts';
import { capitalized, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import { unitsTexts } from '#shared/units/texts/units-page.ts';
import { fullName, type Unit } from '#shared/units/units.ts';

interface UnitsTableProps {
  readonly lang: Lang;
  readonly units: readonly Unit[];
}

/** Units with their ids, spans and all their names; a commune leads to its cells. */
export function UnitsTable({ lang, units }: UnitsTableProps) {
  const t = unitsTexts[lang];
  return (
    <table class="data">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.type}</th>
          <th scope="col">{t.span}</th>
          <th scope="col">{t.id}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              {unit.level === 'commune' ? (
                <a href={pathTo('/directory/units', {}, { unit: unit.id })}>{capitalized(fullName(unit))}</a>
              ) : (
                fullName(unit)
              )}
              {unit.names?.map((name) => (
                <div key={name.from} class="hint">{`${t.since(monthDigits(name.from))}: ${fullName(name)}`}</div>
              ))}
            </th>
            <td>{unit.type ? cellTypes[unit.type] : ''}</td>
            <td>
              {t.since(monthDigits(unit.from))}
              {unit.to && ` ${t.until(monthDigits(unit.to))}`}
            </td>
            <td>{unit.id}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
