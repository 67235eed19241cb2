import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import {
  type ClosedMonth,
  findClosedMonth,
  type ReopenStores,
  reopeningName,
  reopenMonth,
} from '#functions/store/reopen-month.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import { readReason } from '#shared/input/read-reason.ts';
import { parseMonth } from '#shared/period.ts';
import { ReopenPage } from '#web/scorecards/reopen-page.tsx';

/** Shows what opening a closed month again means, and asks for the reason. */
export const showReopening: Action<ReopenStores> = async (request, deps) => {
  const closed = await load(request, deps);
  return closed ? answer(closed, {}) : problem('not-found', request.lang);
};

/** Opens a closed month again for changes of the directory. */
export const reopen: Action<ReopenStores> = async (request, deps) => {
  const closed = await load(request, deps);
  if (!closed) return problem('not-found', request.lang);
  const { body } = request;
  const { district, month } = closed;
  const base = readBase(body['baseRevision']);
  return takeForm(request, {
    parse: () => readReason(body, 'required'),
    refuse: (errors) => answer(closed, { typed: body, errors }),
    append: ({ reason }, before) => reopenMonth({ district, month, base }, reason, authorshipOf(request), deps, before),
    stale: async () => answer((await load(request, deps)) ?? closed, { typed: body, stale: true }),
    owes: (reopening) => ({ of: reopeningName(reopening) }),
    done: () => seeOther(pathTo('/scorecards/{unit}/{month}/reopen', { unit: district, month })),
  });
};

async function load({ params, viewer }: SignedIn, deps: ReopenStores): Promise<ClosedMonth | undefined> {
  const month = parseMonth(params['month'] ?? '');
  const unit = namedUnit(viewer, 'administer', params['unit']);
  if (!month || unit !== viewer.unit) return undefined;
  return findClosedMonth(unit, month, deps);
}

function answer(
  { district, month, base, open }: ClosedMonth,
  { typed = {}, errors = [], stale }: SentFormState,
): Answer {
  return {
    status: 200,
    json: { district, month, reopened: open ?? null },
    page: (context) => (
      <ReopenPage
        context={context}
        district={district}
        month={month}
        baseRevision={base}
        typed={typed}
        errors={errors}
        stale={stale === true}
        {...(open && { open })}
      />
    ),
  };
}
