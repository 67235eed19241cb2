import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { changeOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { Viewer } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { handledDays } from '#shared/access/same-hand.ts';
import { actorOf } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import {
  mayApprove,
  type Purge,
  type PurgeStanding,
  type PurgeStep,
  purgeReasons,
  purgesOf,
} from '#shared/reports/purge.ts';
import type { Revision } from '#shared/reports/report.ts';
import { PurgePage } from '#web/reports/purge-page.tsx';

interface Deps {
  readonly reports: Pick<ReportStore, 'newest'>;
  readonly purges: Pick<PurgeStore, 'add' | 'steps'>;
  readonly audit: Pick<AuditStore, 'handlings'>;
}

/** Shows who requested and who approved the removal of a report's free text, and the form for the next step. */
export const showPurge: Action<Deps> = async (request, deps) => {
  const newest = await findReport(request, deps);
  return newest ? show(request, newest, deps) : problem('not-found', request.lang);
};

/** Requests removal of the free text from all revisions so far, or approves another user's request. */
export const decidePurge: Action<Deps> = async (request, deps) => {
  const { body, viewer, lang, now, owing } = request;
  const newest = await findReport(request, deps);
  if (!newest) return problem('not-found', lang);
  const { id } = newest;
  const step = await readStep(request, newest, deps);
  if (!step) return problem('bad-request', lang);
  const decision = { ...step, id, by: actorOf(viewer), at: now };
  const change = changeOf(owing, () => ({ of: `${step.step} ${id}#${step.upTo}`, kind: 'purge' }));
  const added = await deps.purges.add(decision, change.before);
  const answer: Answer = {
    status: 200,
    location: pathTo('/reports/{id}/purge', { id }),
    json: { id, step: body['step'] },
  };
  return added ? { ...answer, audit: await owing.pay([change.stored(decision, true)]) } : answer;
};

async function readStep(
  { body, viewer, now }: SignedIn,
  { id, revision }: Revision,
  { purges, audit }: Deps,
): Promise<Pick<PurgeStep, 'step' | 'upTo' | 'why'> | undefined> {
  if (body['step'] === 'asked') {
    const why = purgeReasons.find((each) => each === body['why']);
    return why && { step: 'asked', upTo: revision, why };
  }
  const open = purgesOf(await purges.steps(id)).find(({ upTo }) => String(upTo) === body['upTo']);
  if (body['step'] !== 'approved' || !open || (await standingOf(open, viewer, now, audit)) !== 'second')
    return undefined;
  return { step: 'approved', upTo: open.upTo };
}

async function findReport({ params, viewer }: SignedIn, { reports }: Deps): Promise<Revision | undefined> {
  const report = namedReport(viewer, 'administer', params['id']);
  return report && reports.newest(report.id);
}

/** How a reader stands to a request: may somebody else only approve it, or is the reader that second person? */
async function standingOf(
  { asked, approved }: Purge,
  { user, unit }: Viewer,
  now: Instant,
  audit: Deps['audit'],
): Promise<PurgeStanding> {
  if (approved || asked.by?.user === user) return 'asker';
  const handlings = await audit.handlings(unit, handledDays(asked.at, now));
  return mayApprove(asked, user, handlings) ? 'second' : 'same-hand';
}

async function show({ viewer, now }: SignedIn, { id, revision }: Revision, { purges, audit }: Deps): Promise<Answer> {
  const found = await Promise.all(
    purgesOf(await purges.steps(id)).map(async (purge) => ({
      ...purge,
      standing: await standingOf(purge, viewer, now, audit),
    })),
  );
  return {
    status: 200,
    json: { id, revision, purges: found },
    page: (context) => <PurgePage context={context} id={id} revision={revision} purges={found} />,
  };
}
