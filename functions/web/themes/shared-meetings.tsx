import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatDay } from '#shared/language/format.ts';
import { monthOf } from '#shared/period.ts';
import { heldUp, parseShare, type SharedMeeting, type SharedRevision } from '#shared/themes/shared-meeting.ts';
import { quarterNumberOf, yearOf } from '#shared/themes/thematic-plan.ts';
import { districtOf, fullName, parentOf } from '#shared/units/units.ts';
import { SharedMeetingsPage } from '#web/themes/shared-meetings-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'newest'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear' | 'shared' | 'share'>;
}

/** A thematic meeting that the viewer may share as an example. */
type Meeting = Pick<SharedMeeting, 'report' | 'cell' | 'name' | 'date'>;

/** Shows the thematic meetings shared with all cells; with `?report=` also the form to share one. */
export const showShared: Action<Deps> = async (request, deps) => {
  const { query, lang } = request;
  const meeting = query['report'] === undefined ? undefined : await meetingOf(query['report'], request, deps);
  if (query['report'] !== undefined && !meeting) return problem('not-found', lang);
  return answer(request, meeting, { done: query['done'] === '1' }, deps);
};

/** Shares a meeting, changes the stated reason, or withdraws it. */
export const shareMeeting: Action<Deps> = async (request, deps) => {
  const { csrf, action, report = '', baseRevision, ...typed } = request.body;
  const { lang } = request;
  const meeting = await meetingOf(report, request, deps);
  if (!meeting) return problem('not-found', lang);
  if (action !== 'share' && action !== 'withdraw') return problem('bad-request', lang);
  const stored = (await deps.thematicPlans.shared(districtOf(meeting.cell))).get(meeting.report);
  const withdrawn = stored && { ...contentOf(stored), withdrawn: true as const };
  if (action === 'withdraw' && !withdrawn) return problem('not-found', lang);
  const base = readBase(baseRevision);
  return takeForm(request, {
    parse: () => (action === 'withdraw' && withdrawn ? { ok: true, next: withdrawn } : nextOf(meeting, typed)),
    refuse: (errors) => answer(request, meeting, { typed, errors }, deps),
    append: ({ next }, before) => deps.thematicPlans.share(next, base, authorshipOf(request), before),
    stale: () => answer(request, meeting, { typed, stale: true }, deps),
    owes: ({ revision }) => ({ of: `${meeting.report}#shared#${revision}` }),
    done: () => seeOther(pathTo('/themes/shared', {}, { done: '1' })),
  });
};

type Next =
  | { readonly ok: true; readonly next: SharedMeeting }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The meeting with what is typed about it. */
function nextOf(meeting: Meeting, typed: Typed): Next {
  const parsed = parseShare(typed);
  return parsed.ok ? { ok: true, next: { ...meeting, theme: parsed.theme, note: parsed.note } } : parsed;
}

/** A stored thematic report of a cell for which the viewer is responsible. */
async function meetingOf(
  typed: string,
  { viewer }: SignedIn,
  { reports, directory }: Pick<Deps, 'reports' | 'directory'>,
): Promise<Meeting | undefined> {
  const parts = namedReport(viewer, 'review', typed);
  if (parts?.kind !== 'thematic' || viewer.role === 'group') return undefined;
  const { id } = parts;
  const [stored, cell, commune] = await Promise.all([
    reports.newest(id),
    directory.unit(parts.cell),
    directory.unit(parentOf(parts.cell) ?? parts.cell),
  ]);
  if (!stored || !cell) return undefined;
  const name = [cell, ...(commune ? [commune] : [])].map(fullName).join(', ');
  return { report: id, cell: parts.cell, name, date: parts.date };
}

function contentOf({ revision, by, at, ...meeting }: SharedRevision): SharedMeeting {
  return meeting;
}

async function answer(
  { viewer }: SignedIn,
  meeting: Meeting | undefined,
  { done = false, typed, errors = [], stale }: SentFormState,
  { thematicPlans }: Pick<Deps, 'thematicPlans'>,
): Promise<Answer> {
  const all = await thematicPlans.shared(districtOf(viewer.unit));
  const meetings = heldUp(all.values());
  const mine = meetings.filter(({ cell }) => viewer.role !== 'group' && can(viewer, 'review', cell));
  const stored = meeting && all.get(meeting.report);
  const fresh = stored
    ? { theme: stored.theme, note: stored.note }
    : meeting && (await planned(meeting, thematicPlans));
  return {
    status: 200,
    json: { meetings: meetings.map(contentOf) },
    page: (context) => (
      <SharedMeetingsPage
        context={context}
        meetings={meetings}
        own={new Set(mine.map(({ report }) => report))}
        {...(meeting && {
          asked: {
            report: meeting.report,
            name: `${meeting.name}, ${formatDay(meeting.date)}`,
            baseRevision: stored?.revision ?? 0,
            typed: typed ?? fresh ?? {},
          },
        })}
        errors={errors}
        stale={stale === true}
        done={done}
      />
    ),
  };
}

/** The subject that the cell had planned, as a form value. */
async function planned({ cell, date }: Meeting, themes: Pick<Deps['thematicPlans'], 'ofYear'>): Promise<Typed> {
  const month = monthOf(date);
  const plan = (await themes.ofYear(cell, yearOf(month))).get(cell)?.quarters[quarterNumberOf(month)];
  return plan ? { theme: plan.theme } : {};
}
