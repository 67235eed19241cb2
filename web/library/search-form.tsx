import { pathTo } from '#shared/access/routes.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import type { Lang } from '#shared/language/lang.ts';
import { librarySubjects, type Subject } from '#shared/library/piece.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import type { CellType } from '#shared/units/cell-types.ts';

/** What a reader looks for. */
export interface Asked {
  readonly q: string;
  readonly subject?: Subject;
  readonly type?: CellType;
}

interface SearchFormProps {
  readonly lang: Lang;
  readonly asked: Asked;
  readonly types: readonly CellType[];
}

/** Looks for pieces by words, with marks or without, by subject, and by type of cell where the reader has several. */
export function SearchForm({ lang, asked, types }: SearchFormProps) {
  const t = libraryTexts[lang];
  return (
    <form action={pathTo('/library', {})}>
      <div class="field">
        <label for="q">{t.find}</label>
        <p id="q-hint" class="hint">
          {t.findHint}
        </p>
        <input id="q" value={asked.q} name="q" type="text" autocomplete="off" aria-describedby="q-hint" />
      </div>
      <div class="find">
        <div class="ask">
          <label for="subject-asked">{t.subject}</label>
          <select id="subject-asked" name="subject">
            <option value="">{t.any}</option>
            {Object.entries(librarySubjects).map(([code, label]) => (
              <option key={code} value={code} selected={code === asked.subject}>
                {label[lang]}
              </option>
            ))}
          </select>
        </div>
        {types.length > 1 && (
          <div class="ask">
            <label for="type">{t.type}</label>
            <select id="type" name="type">
              <option value="">{t.any}</option>
              {types.map((type) => (
                <option key={type} value={type} selected={type === asked.type}>
                  {audienceLabels[lang][type]}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit">{t.search}</button>
      </div>
    </form>
  );
}
