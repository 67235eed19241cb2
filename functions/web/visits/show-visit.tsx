import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit, namedVisit, ownVisit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { staleProblem } from '#functions/http/stale-problem.ts';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { DraftKey, DraftStore } from '#functions/store/draft-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { type LoadedVisits, type LoadVisitsDeps, loadVisits } from '#functions/web/visits/load-visits.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { neighboursOf } from '#shared/neighbours.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { type Day, dayAt, type Instant, monthAt, monthOf, parseDay } from '#shared/period.ts';
import { deadlines, districtOf, fullName, type UnitId } from '#shared/units/units.ts';
import { attendedMonths } from '#shared/visits/attended-cells.ts';
import { byDay } from '#shared/visits/group-month.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { typedVisit } from '#shared/visits/typed-visit.ts';
import type { VisitId, VisitRevision } from '#shared/visits/visit.ts';
import { VisitFormPage } from '#web/visits/visit-form-page.tsx';
import { VisitPage } from '#web/visits/visit-page.tsx';

export interface VisitFormDeps extends LoadVisitsDeps {
  readonly visits: Pick<VisitStore, 'newest' | 'newestOfMonth'>;
  readonly drafts: Pick<DraftStore, 'find'>;
}

/** The report of a visit that came back with mistakes. @param visit the stored one whose form it was sent from */
export const visitDraft = ({ viewer }: SignedIn, visit?: VisitId): DraftKey => ({
  user: viewer.user,
  form: `visit_${visit ?? 'new'}`,
});

export interface VisitDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly visits: Pick<VisitStore, 'newest' | 'newestOfMonth'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly matters: Pick<MatterStore, 'ofSource'>;
}

/** Shows a visit's report form: blank, or for a planned or reported visit. */
export const showVisitForm: Action<VisitFormDeps> = async (request, deps) => {
  const { query, lang, now } = request;
  const asked = ownVisit(request.viewer, query['visit']);
  const stored = asked && (await deps.visits.newest(asked.id));
  if (query['visit'] && !stored) return problem('not-found', lang);
  const month = stored ? monthOf(stored.date) : monthAt(now);
  const loaded = await loadVisits(request, month, deps);
  if (!loaded) return problem('not-found', lang);
  const draft = await deps.drafts.find(visitDraft(request, stored?.id), now);
  const typed = draft?.typed ?? (stored ? typedVisit(stored) : {});
  const planned = stored?.state === 'planned' ? { planned: stored } : {};
  const baseRevision = draft?.baseRevision ?? stored?.revision ?? 0;
  const sent = { typed, baseRevision, errors: [], ...planned, ...(draft && { savedAt: draft.savedAt }) };
  return visitForm(request, loaded, 200, { ...sent, ...(stored && { shows: stored }) }, deps);
};

interface Submission {
  readonly typed: Typed;
  readonly baseRevision: number;
  readonly errors: readonly FieldError[];
  readonly stale?: true;
  /** The planned visit to which the report belongs. */
  readonly planned?: Pick<VisitRevision, 'id'>;
  /** The stored visit whose words the form shows. */
  readonly shows?: VisitRevision;
  /** When the words that the form shows were kept, because they came back with mistakes. */
  readonly savedAt?: Instant;
}

/** Shows the form of a visit's report: blank, filled in, or with mistakes. */
export async function visitForm(
  request: SignedIn,
  { district, units, month, group }: Pick<LoadedVisits, 'district' | 'units' | 'month' | 'group'>,
  status: number,
  { typed, baseRevision, errors, stale, planned, shows, savedAt }: Submission,
  deps: Pick<VisitFormDeps, 'visits'>,
): Promise<Answer> {
  const { lang, viewer } = request;
  const unit = namedUnit(viewer, 'review', typed['unit']);
  const date = parseDay(typed['date'] ?? '');
  const last = unit && date ? await lastVisit(unit, date, viewer, deps) : undefined;
  return {
    status,
    isDraft: true,
    of: { unit: shows?.unit ?? viewer.unit, page: visitsTexts[lang].formTitle },
    json: stale ? staleProblem(lang) : fieldProblem(errors, lang),
    audit: viewed([
      ...(shows ? [shows.id] : []),
      ...(savedAt ? [`draft ${visitDraft(request, shows?.id).form}`] : []),
      ...(last?.report?.advice ? [last.id] : []),
    ]),
    page: (context) => (
      <VisitFormPage
        context={context}
        units={units.map((each) => ({ id: each.id, name: fullName(each), level: each.level }))}
        members={group.members ?? []}
        regime={requireRegime(date ? monthOf(date) : month, district.choices)}
        typed={typed}
        errors={errors}
        baseRevision={baseRevision}
        {...(planned && { planned: planned.id })}
        {...(savedAt && { savedAt })}
        {...(last?.report?.advice && { lastAdvice: last.report.advice })}
        stale={stale === true}
      />
    ),
  };
}

/** The group's last visit to a unit before a day, of those within a year, with its free text. */
async function lastVisit(
  unit: UnitId,
  before: Day,
  viewer: Viewer,
  { visits }: Pick<VisitFormDeps, 'visits'>,
): Promise<VisitRevision | undefined> {
  const found = await Promise.all(
    attendedMonths(monthOf(before)).map((month) => visits.newestOfMonth(districtOf(unit), month)),
  );
  const last = found
    .flat()
    .filter(
      (visit) => visit.unit === unit && visit.state === 'done' && visit.date < before && ownVisit(viewer, visit.id),
    )
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  return last && visits.newest(last.id);
}

/** Shows a visit's findings beside the cell's own score of that meeting. */
export const showVisit: Action<VisitDeps> = async (request, deps) => {
  const asked = namedVisit(request.viewer, 'see', request.params['id']);
  const visit = asked && (await deps.visits.newest(asked.id));
  return visit ? visitAnswer(request, visit, {}, deps) : problem('not-found', request.lang);
};

/** Shows the visit's page, including after dropping it was rejected. */
export async function visitAnswer(
  { viewer, now, lang, query }: SignedIn,
  visit: VisitRevision,
  { typed = {}, errors = [] }: Partial<Pick<Submission, 'typed' | 'errors'>>,
  { directory, reports, matters, visits }: VisitDeps,
): Promise<Answer> {
  const month = monthOf(visit.date);
  const [unit, district, raised, meetings, ofMonth] = await Promise.all([
    directory.unit(visit.unit),
    directory.unit(districtOf(visit.unit)),
    matters.ofSource(visit.id),
    visit.meeting === 'cell' ? reports.newestOfMonth(visit.unit, month) : [],
    // Who reports from cells has no list to go through.
    viewer.role === 'cell' ? [] : visits.newestOfMonth(districtOf(visit.unit), month),
  ]);
  if (!district) return problem('not-found', lang);
  const meeting = meetings.find(({ report }) => report.date === visit.date);
  const gaps = scoreDifferences(visit, meeting?.report);
  const open = now <= deadlines(district, month).closing;
  const listed = ofMonth
    .filter((each) => each.group === visit.group && can(viewer, 'see', each.unit, month))
    .sort(byDay);
  const { previous, next } = neighboursOf(listed, ({ id }) => id === visit.id);
  const own = ownVisit(viewer, visit.id) !== undefined && open;
  return {
    status: 200,
    of: { unit: visit.unit, month, page: visitsTexts[lang].visit },
    json: { ...visit, gaps },
    audit: viewed([visit.id, ...raised.map(({ id }) => id)]),
    page: (context) => (
      <VisitPage
        context={context}
        visit={visit}
        unitName={unit ? fullName(unit) : visit.unit}
        gaps={gaps}
        beside={{ ...(previous && { previous }), ...(next && { next }) }}
        matters={raised}
        {...(meeting && { cellReport: meeting.id })}
        mayReport={own && visit.date <= dayAt(now)}
        mayDrop={own && visit.state === 'planned'}
        just={query['just'] === 'stored'}
        typed={typed}
        errors={errors}
      />
    ),
  };
}
