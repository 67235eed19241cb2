import { seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import { loadYear, type TargetsDeps, targetsAnswer } from '#functions/web/targets/show-targets.tsx';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import { editTargets } from '#shared/targets/edit-targets.ts';
import { parseTargets } from '#shared/targets/parse-targets.ts';

interface Deps extends TargetsDeps {
  readonly targets: Pick<TargetStore, 'ofCell' | 'append'>;
}

/** Stores a cell's targets of a year. A year that is over, or a cell that does not stand, is said with what was typed. */
export const saveTargets: Action<Deps> = async (request, deps) => {
  const { csrf, cell: named, year: typedYear, baseRevision, press, ...typed } = request.body;
  const loaded = await loadYear(request, named, typedYear, deps);
  if (!loaded) return problem('not-found', request.lang);
  const { cell, year, closed, mayWrite } = loaded;
  if (!mayWrite) return problem('not-allowed', request.lang);
  const edited = press ? editTargets(typed, press) : undefined;
  if (edited && !closed) return targetsAnswer(loaded, { typed: edited });
  const base = readBase(baseRevision);
  return takeForm(request, {
    parse: () =>
      closed
        ? { ok: false, errors: [{ field: 'year', code: closed === 'over' ? 'year-over' : 'unknown-unit' }] }
        : parseTargets(typed, year),
    refuse: (errors) => targetsAnswer(loaded, { typed, errors }),
    append: ({ targets }, before) =>
      deps.targets.append({ cell: cell.id, year, targets }, base, authorshipOf(request), before),
    stale: async () =>
      targetsAnswer((await loadYear(request, named, typedYear, deps)) ?? loaded, { typed, stale: true }),
    owes: () => ({ of: `${cell.id}_${year}_targets` }),
    done: (stored) => ({
      ...seeOther(pathTo('/targets', {}, { cell: cell.id, year, done: '1' })),
      json: { cell: stored.cell, year: stored.year, revision: stored.revision, targets: stored.targets },
    }),
  });
};
