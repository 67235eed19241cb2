import { matterOf } from '#shared/matters/matter.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, endOfMonth } from '#shared/period.ts';
import { isTopic, topics } from '#shared/reports/topics.ts';
import { committeeOf } from '#shared/units/letterheads.ts';
import { fullName } from '#shared/units/units.ts';
import { groupMemoOf } from '#shared/visits/group-memo.ts';
import { groupMonthOf } from '#shared/visits/group-month.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { typedVisit } from '#shared/visits/typed-visit.ts';
import { type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, directory, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { lateMatter, openMatter, raisedBy, settledMatter } from '#test/web/matters/tracked-matters.ts';
import { fullReport, submitted } from '#test/web/reports/full-report.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { group } from '#test/web/visits/group-models.tsx';
import { plannedVisit, visit } from '#test/web/visits/sample-visit.ts';
import type { PageContext } from '#web/context.ts';
import { AllGroupsPage } from '#web/visits/all-groups-page.tsx';
import { MemoPage } from '#web/visits/memo-page.tsx';
import { VisitFormPage } from '#web/visits/visit-form-page.tsx';
import { VisitPage } from '#web/visits/visit-page.tsx';
import { VisitsPage } from '#web/visits/visits-page.tsx';

const visitedUnits = [commune, ...communeCells].map((each) => ({
  id: each.id,
  name: fullName(each),
  level: each.level,
}));

/** A visit's page as somebody with no rights to it sees it. */
function visitPage(context: PageContext, shown: VisitRevision, changes: Partial<Parameters<typeof VisitPage>[0]> = {}) {
  return (
    <VisitPage
      context={context}
      visit={shown}
      unitName={fullName(cell)}
      gaps={scoreDifferences(shown, fullReport)}
      matters={[]}
      mayReport={false}
      mayDrop={false}
      just={false}
      typed={{}}
      errors={[]}
      {...changes}
    />
  );
}

/** A working group's page; the visits of a full month. */
function visitsPage(context: PageContext, changes: Partial<Parameters<typeof VisitsPage>[0]> = {}) {
  const today = day('2025-11-20');
  const visits = communeCells.slice(0, 20).map((each, at) => ({
    visit: {
      ...(at < 12 ? visit : plannedVisit),
      id: visitIdOf({ unit: each.id, date: today, group: 3 }),
      unit: each.id,
    },
    unitName: fullName(each),
  }));
  const rows = groupMonthOf({
    group,
    month,
    communes: [commune],
    cells: communeCells,
    visits: visits.map((row) => row.visit),
    today,
  }).communes;
  return (
    <VisitsPage
      context={context}
      group={group}
      month={month}
      groups={[]}
      communes={rows.map((row) => ({ ...row, figures: demoScorecards().ofCommune.indicators }))}
      visits={visits}
      units={visitedUnits}
      today={today}
      mayPlan={true}
      typed={{}}
      errors={[]}
      {...changes}
    />
  );
}

/** A group's memo of a month with more of everything than one page has room for. */
function memoPage(context: PageContext, changes: Partial<Parameters<typeof MemoPage>[0]> = {}) {
  const visits = [visit, { ...plannedVisit, date: day('2025-11-10') }];
  const today = day('2025-11-30');
  const data = groupMonthOf({ group, month, communes: [commune], cells: communeCells, visits, today });
  const raised = Object.keys(topics)
    .filter(isTopic)
    .map((topic, at) =>
      matterOf(
        `${cell.id}_2025-11-03_regular_${at + 4}`,
        lateMatter.events.map((event) => ('said' in event ? { ...event, said: { ...event.said, topic } } : event)),
      ),
    );
  const up = { kind: 'pass-up', answer: 'Vượt thẩm quyền của xã', ...raisedBy } as const;
  const asked = raised.slice(0, 7).map(({ id, events }) => matterOf(`${id}0`, [...events, up]));
  return (
    <MemoPage
      context={context}
      group={group}
      committee={committeeOf(fullName(directory.district))}
      month={month}
      until={endOfMonth(month)}
      communes={[fullName(commune)]}
      hidden={[]}
      memo={groupMemoOf(data, [openMatter, settledMatter, ...raised, ...asked], endOfMonth(month))}
      nameOf={(unit) => (unit === commune.id ? fullName(commune) : fullName(cell))}
      whole={false}
      {...changes}
    />
  );
}

/** The form of a visit's report. */
function visitForm(context: PageContext, changes: Partial<Parameters<typeof VisitFormPage>[0]> = {}) {
  return (
    <VisitFormPage
      context={context}
      units={visitedUnits}
      members={[]}
      regime={requireRegime(month)}
      typed={{}}
      errors={[]}
      baseRevision={0}
      stale={false}
      {...changes}
    />
  );
}

/** A working group's visits: its month, one visit in each of its states, and the form of a visit's report. */
export function visitModels({ inCell, inGroup, inDistrict }: Contexts): Examples {
  return {
    'visits-group': () => visitsPage(inGroup, { previousMonth: addMonths(month, -1) }),
    'visits-left': () =>
      visitsPage(inGroup, {
        units: visitedUnits.map((each, at) => ({
          ...each,
          ...(at % 3 === 1 && { left: `${each.name}, xã Thanh Vân` }),
        })),
      }),
    'visits-many-wrong': () =>
      visitsPage(inGroup, {
        typed: { 'plans[0].unit': cell.id, 'plans[0].date': '31/02/2026', 'plans[2].member': 'Ủy viên' },
        errors: [
          { field: 'plans[0].date', code: 'not-a-day', params: { example: '03/11/2025' } },
          { field: 'plans[2].unit', code: 'required' },
        ],
      }),
    'visits-all-groups': () => (
      <AllGroupsPage
        context={inDistrict}
        month={month}
        previousMonth={addMonths(month, -1)}
        nextMonth={addMonths(month, 1)}
        groups={Array.from({ length: 9 }, (_, at) => ({
          number: at + 1,
          name: `Tổ công tác số ${at + 1}`,
          planned: 12,
          done: 9 - at,
          due: at,
          overdue: at % 3,
          covered: 8,
          cells: 60,
          never: at === 4 ? [] : [{ commune: fullName(commune), cells: communeCells.map(fullName) }],
        }))}
      />
    ),
    'visits-wrong': () =>
      visitsPage(inGroup, {
        typed: { unit: cell.id, date: '31/02/2026', member: 'Ủy viên' },
        errors: [
          { field: 'date', code: 'not-a-day', params: { example: '03/11/2025' } },
          { field: 'unit', code: 'not-a-choice' },
        ],
      }),
    'visits-memo': () => memoPage(inDistrict, { previousMonth: addMonths(month, -1), nextMonth: addMonths(month, 1) }),
    'visits-memo-whole': () => memoPage(inGroup, { whole: true, hidden: [fullName(commune)] }),
    'visits-memo-nothing': () =>
      memoPage(inGroup, {
        memo: groupMemoOf(
          groupMonthOf({
            group,
            month,
            communes: [commune],
            cells: communeCells,
            visits: [],
            today: day('2025-11-30'),
          }),
          [],
          endOfMonth(month),
        ),
      }),
    'visits-empty': () =>
      visitsPage(inDistrict, {
        groups: Array.from({ length: 9 }, (_, n) => ({ ...group, number: n + 1, name: `Tổ công tác số ${n + 1}` })),
        communes: [],
        visits: [],
        mayPlan: false,
      }),
    'visit-done': () =>
      visitPage(inCell, visit, {
        matters: [openMatter, settledMatter],
        cellReport: submitted.id,
        just: true,
        mayReport: true,
      }),
    'visit-planned': () =>
      visitPage(inGroup, plannedVisit, {
        mayReport: true,
        mayDrop: true,
        typed: { reason: ' ' },
        errors: [{ field: 'reason', code: 'required' }],
      }),
    'visit-dropped': () =>
      visitPage(inDistrict, { ...plannedVisit, state: 'dropped', reason: 'Cuộc họp hoãn', revision: 2 }),
    'visit-form': () => visitForm(inGroup),
    'visit-form-planned': () =>
      visitForm(inGroup, {
        members: group.members,
        typed: typedVisit(plannedVisit),
        planned: plannedVisit.id,
      }),
    'visit-moved': () => visitPage(inDistrict, { ...plannedVisit, state: 'dropped', movedTo: visit.id, revision: 2 }),
    'visit-form-wrong': () =>
      visitForm(inGroup, {
        typed: typedVisit(visit),
        lastAdvice: 'Giao nhiệm vụ cần rõ người, rõ việc, rõ thời hạn.',
        errors: [
          { field: 'seen', code: 'required' },
          { field: 'matters[0].topic', code: 'unknown-topic' },
          { field: 'points.guiding', code: 'not-points', params: { max: 20, step: 0.5 } },
          { field: 'extra', code: 'unknown-field', params: { name: 'extra' } },
        ],
        stale: true,
      }),
  };
}
