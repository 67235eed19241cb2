import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import {
  type LoadedOfficers,
  loadOfficers,
  type OfficersDeps,
  officersAnswer,
} from '#functions/web/officers/show-officers.tsx';
import { can, isBoardOf } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { mergeTyped } from '#shared/input/merge-typed.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { Typed } from '#shared/input/typed.ts';
import { parseOfficerRecord, typedOfficerRecord } from '#shared/officers/officer-record.ts';
import { parseOfficers } from '#shared/officers/officers.ts';
import { dayAt, monthAt } from '#shared/period.ts';
import { placeIn } from '#shared/units/cells-page.ts';

interface Deps extends OfficersDeps {
  readonly officers: Pick<OfficerStore, 'ofMonth' | 'newest' | 'records' | 'recordRevisions' | 'append' | 'record'>;
}

/** Stores which officer is in charge of which cell from now on, or what the officers did in a month. */
export const saveOfficers: Action<Deps> = async (request, deps) => {
  const { csrf, action, baseRevision, ...typed } = request.body;
  const loaded = await loadOfficers(request, deps);
  if (loaded?.unit.level !== 'commune') return problem('not-found', request.lang);
  if (!can(request.viewer, 'submit', loaded.unit.id)) return problem('not-allowed', request.lang);
  const base = readBase(baseRevision);
  switch (action) {
    case 'assign':
      if (loaded.hasEnded) return problem('not-found', request.lang);
      return assign(request, typed, base, loaded, deps);
    case 'record':
      return record(request, typed, base, loaded, deps);
    default:
      return problem('bad-request', request.lang);
  }
};

/** Stores a commune's new list. Earlier months keep theirs. */
function assign(request: SignedIn, typed: Typed, base: number, loaded: LoadedOfficers, deps: Deps): Promise<Answer> {
  const { now } = request;
  const { unit, cells } = loaded;
  const form = { form: 'assign', typed } as const;
  return takeForm(request, {
    parse: () => parseOfficers(typed, unit.id, cells, loaded.list?.charges),
    refuse: (errors) => officersAnswer(request, loaded, { ...form, errors }),
    append: ({ list }, before) => deps.officers.append(list, base, authorshipOf(request), before),
    stale: (list) => officersAnswer(request, list ? { ...loaded, list } : loaded, { ...form, stale: true }),
    owes: ({ revision }) => ({
      of: `${unit.id}#charge#${revision}`,
      rollUp: { unit: unit.id, month: monthAt(now), official: false },
    }),
    done: () => saved(request, loaded),
  });
}

/** Records which cells received guidance and were attended in the month. Earlier revisions stay. */
async function record(
  request: SignedIn,
  typed: Typed,
  base: number,
  loaded: LoadedOfficers,
  deps: Deps,
): Promise<Answer> {
  const { viewer, now } = request;
  const { unit, cells, month, closed } = loaded;
  if (closed && !isBoardOf(viewer, loaded.unit.id)) return problem('month-closed', request.lang);
  const form = { form: 'record', typed } as const;
  return takeForm(request, {
    parse: () =>
      parseOfficerRecord(typed, {
        ...{ commune: unit.id, month, cells, today: dayAt(now) },
        ...(loaded.record && { kept: loaded.record.cells }),
      }),
    refuse: (errors) => officersAnswer(request, loaded, { ...form, errors }),
    append: (parsed, before) => deps.officers.record(parsed.record, base, authorshipOf(request), before),
    async stale(newer, parsed) {
      if (!newer) return officersAnswer(request, loaded, { ...form, stale: true });
      const seen = (await deps.officers.recordRevisions(unit.id, month)).find(({ revision }) => revision === base);
      const opened = seen ? typedOfficerRecord(seen) : {};
      // As it is shown, whichever way a day was typed.
      const own = { ...typed, ...typedOfficerRecord(parsed.record) };
      const merged = mergeTyped({ opened, stored: typedOfficerRecord(newer), typed: own });
      return officersAnswer(request, { ...loaded, record: newer }, { ...form, ...merged, stale: true });
    },
    owes: ({ revision }) => ({
      of: `${unit.id}#${month}#charge#${revision}`,
      // What the district records after the closing is an amendment.
      rollUp: { unit: unit.id, month, official: closed },
    }),
    done: () => saved(request, loaded),
  });
}

function saved({ query }: SignedIn, { unit, month }: LoadedOfficers): Answer {
  return seeOther(pathTo('/officers', {}, { unit: unit.id, month, ...placeIn(query), done: '1' }));
}
