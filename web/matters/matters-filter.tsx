import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type MatterLevel, matterLevels } from '#shared/matters/matter.ts';
import { matterLevelLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A unit whose matters can be chosen. */
export interface FilterUnit {
  readonly id: UnitId;
  readonly name: string;
}

interface MattersFilterProps {
  readonly lang: Lang;
  /** The one shown. */
  readonly unit: UnitId;
  /** The reader's own first; only this one where there is nothing to choose. */
  readonly units: readonly FilterUnit[];
  readonly level?: MatterLevel;
  /** What else is chosen, and stays so. */
  readonly others: Readonly<Record<string, string>>;
}

/** Chooses matters by who must answer, and by where they were raised. */
export function MattersFilter({ lang, unit, units, level, others }: MattersFilterProps) {
  const t = mattersTexts[lang];
  return (
    <form class="filter noprint" method="get" action={pathTo('/matters', {})}>
      <div>
        <label for="level">{t.with}</label>
        <select id="level" name="level">
          <option value="">{t.anyLevel}</option>
          {matterLevels.map((each) => (
            <option key={each} value={each} selected={each === level}>
              {matterLevelLabels[lang][each]}
            </option>
          ))}
        </select>
      </div>
      {units.length > 1 ? (
        <div>
          <label for="unit">{t.where}</label>
          <select id="unit" name="unit">
            {units.map(({ id, name }) => (
              <option key={id} value={id} selected={id === unit}>
                {capitalized(name)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <input type="hidden" name="unit" value={unit} />
      )}
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="quiet">
        {t.filter}
      </button>
    </form>
  );
}
