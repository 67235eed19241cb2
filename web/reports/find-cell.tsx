import { pathTo } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Board } from '#shared/reports/board.ts';
import { workTexts } from '#shared/reports/texts/work.ts';

interface FindCellProps {
  readonly lang: Lang;
  readonly board: Pick<Board, 'unit' | 'month'>;
  readonly typed: string;
}

/** Looks for a cell by its name, with marks or without. */
export function FindCell({ lang, board: { unit, month }, typed }: FindCellProps) {
  const t = workTexts[lang];
  return (
    <form class="find" action={pathTo('/months/{month}', { month })}>
      <label for="q">{t.find}</label>
      <input type="hidden" name="unit" value={unit.id} />
      <input id="q" name="q" type="text" value={typed} autocomplete="off" />
      <button class="quiet" type="submit">
        {t.search}
      </button>
      {typed && <a href={pathTo('/months/{month}', { month }, { unit: unit.id })}>{t.all}</a>}
    </form>
  );
}
