import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { type ReviewChoice, type ReviewTag, reviewTags } from '#shared/reviews/review-list.ts';
import { reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import { sentinelLabels } from '#shared/reviews/texts/sentinels.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A choice of a filter with the number of rows that it leaves. */
export interface Counted {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

interface ReviewFilterProps {
  readonly lang: Lang;
  readonly unit: UnitId;
  readonly month: Month;
  readonly choice: ReviewChoice;
  readonly tags: readonly { readonly tag: ReviewTag; readonly count: number }[];
  /** Empty on the page of one commune. */
  readonly communes: readonly Counted[];
  readonly groups: readonly Counted[];
}

/** Asks for some of the rows by an address, so that a filtered list can be sent to somebody. */
export function ReviewFilter({ lang, unit, month, choice, tags, communes, groups }: ReviewFilterProps) {
  const t = reviewsTexts[lang];
  const tagName = (tag: ReviewTag) =>
    tag === 'any' || tag === 'missed' || tag === 'none' ? t[tag] : sentinelLabels[lang][tag];
  const order = [...reviewTags].sort((a, b) => Number(b === 'any') - Number(a === 'any'));
  const counted = order.map((tag) => ({
    value: tag,
    name: tagName(tag),
    count: tags.find((each) => each.tag === tag)?.count ?? 0,
  }));
  return (
    <form class="find" action={pathTo('/reviews', {})}>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="month" value={month} />
      <Choice lang={lang} name="tag" label={t.tag} chosen={choice.tag ?? ''} among={counted} />
      {communes.length > 0 && (
        <Choice lang={lang} name="commune" label={t.commune} chosen={choice.commune ?? ''} among={communes} />
      )}
      {groups.length > 0 && (
        <Choice lang={lang} name="group" label={t.group} chosen={String(choice.group ?? '')} among={groups} />
      )}
      <button class="quiet" type="submit">
        {t.filter}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly lang: Lang;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly among: readonly Counted[];
}

function Choice({ lang, name, label, chosen, among }: ChoiceProps) {
  const t = reviewsTexts[lang];
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{t.all}</option>
        {among
          .filter(({ count, value }) => count > 0 || value === chosen)
          .map(({ value, name: shown, count }) => (
            <option key={value} value={value} selected={value === chosen}>
              {t.counted(capitalized(shown), count)}
            </option>
          ))}
      </select>
    </div>
  );
}
