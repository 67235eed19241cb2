import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { owingOf } from '#functions/http/owing.ts';
import { type PracticeDeps, type PracticeSource, practiceDeps } from '#functions/practice/practice-deps.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { practiceEnd, practiceViewer } from '#shared/practice/practice.ts';
import { practiceAddress } from '#shared/practice/practice-address.ts';

/** Practice owes nothing to anybody: no entry of the audit, no concern, no roll-up. */
const noDebts = { note: async () => {}, paid: async () => {}, clear: async () => {} };

/**
 * The real action as somebody practises it: by the secretary of the made-up cell, with stores that know nothing but the
 * practice. An action that asks for more than those does not compile. Nothing of it is put on record, for whoever reads
 * its words has written them or was given them to practise with.
 */
export function practised(action: Action<PracticeDeps>): Action<PracticeSource> {
  return async (request, source) => {
    const { viewer, now } = request;
    const practice = await source.practices.find(viewer.user, now);
    if (!practice) return seeOther(pathTo('/practice', {}, { just: 'over' }));
    const deps = await practiceDeps(source, viewer, practice);
    const secretary = practiceViewer(viewer);
    const owing = owingOf(request, actorOf(secretary), { owed: noDebts });
    const { audit, unrecorded, location, ...answer } = await action({ ...request, viewer: secretary, owing }, deps);
    return {
      ...answer,
      ...(location !== undefined && { location: practiceAddress(location, 'GET') }),
      practice: { until: practiceEnd(practice), drafts: deps.drafts },
    };
  };
}
