import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Typed } from '#shared/input/typed.ts';
import { unitsTexts } from '#shared/units/texts/units-page.ts';
import { compareUnits, parentOf, type UnitId } from '#shared/units/units.ts';
import type { ShownList } from '#web/units/list-preview.tsx';
import { UnitsPage } from '#web/units/units-page.tsx';

export interface UnitsDeps {
  readonly directory: Pick<DirectoryStore, 'subtree'>;
}

/** What the page says besides the units themselves. */
interface Said {
  readonly list?: ShownList;
  readonly typed?: Typed;
  /** How many units were entered or changed. */
  readonly done?: number;
}

/** Shows a district's communes, or a commune's cells, of all times. */
export const showUnits: Action<UnitsDeps> = async (request, deps) => {
  const id = namedUnit(request.viewer, 'administer', request.query['unit'] ?? request.viewer.unit);
  if (id === undefined) return problem('not-found', request.lang);
  const done = /^\d{1,5}$/.test(request.query['done'] ?? '') ? { done: Number(request.query['done']) } : {};
  return unitsAnswer(200, id, done, request, deps);
};

/** The page of a unit's units; the file and its preview stand on it too. */
export async function unitsAnswer(
  status: number,
  id: UnitId,
  said: Said,
  { viewer, lang, now }: Pick<SignedIn, 'viewer' | 'lang' | 'now'>,
  { directory }: UnitsDeps,
): Promise<Answer> {
  const all = await directory.subtree(viewer.unit);
  const unit = all.find((each) => each.id === id);
  if (!unit || unit.level === 'cell') return problem('not-found', lang);
  const units = all.filter((each) => parentOf(each.id) === id).sort(compareUnits);
  const { list } = said;
  const errors = list
    ? [...list.problems, ...(list.file ? [list.file] : [])].map((detail) => ({ field: 'file', detail }))
    : [];
  const refused = { type: 'urn:problem:invalid-units', title: 'Chưa nhập được', status, errors };
  return {
    status,
    of: { unit: id, page: unitsTexts[lang].title },
    json:
      status === 422
        ? refused
        : {
            unit: id,
            units,
            ...(list && { summary: list.summary, sections: list.sections, list: list.text, seen: list.seen }),
          },
    page: (context) => (
      <UnitsPage
        context={context}
        unit={unit}
        units={units}
        communes={all.filter(({ level }) => level === 'commune').sort(compareUnits)}
        now={now}
        {...said}
      />
    ),
  };
}
