import { district } from '#infra/demo/units.ts';
import type { Call } from '#shared/home/calls.ts';
import { weekOf } from '#shared/home/week.ts';
import { addMonths, endOfDayAfter, type Month } from '#shared/period.ts';
import { fullName } from '#shared/units/units.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { CallsPage } from '#web/home/calls-page.tsx';
import { HomePage } from '#web/home/home-page.tsx';
import { DueVisitsPage } from '#web/visits/due-visits-page.tsx';

const next = addMonths(month, 1);
const visit = { unit: cell.id, date: day('2025-11-03'), group: 3 };
const dueOf = (of: Month) => endOfDayAfter(of, 5);
const callOf = (count: number): Call => ({
  unit: commune.id,
  name: fullName(commune),
  missing: count,
  of: communeCells.length,
  cells: communeCells.slice(0, count).map((each) => ({ unit: each.id, name: fullName(each) })),
});

/** The week of a district and of a working group, whom to call, and the visits that nobody reported. */
export function homeModels({ inCommune, inGroup, inDistrict }: Contexts): Examples {
  const home = () => {
    const { ofDistrict } = demoScorecards();
    const seen = new Map([
      [month, ofDistrict],
      [next, { ...ofDistrict, arrivals: {} }],
    ]);
    return {
      ...{ monday: day('2025-12-01'), closed: month, month: next, mayAct: () => true },
      week: weekOf(day('2025-12-03'), { closed: month, open: [next], dueOf }, seen),
    };
  };
  const none = { week: { open: [], helped: [], alike: 0 }, duties: [], waiting: [] };
  const calls = { month: next, due: dueOf(next), page: 1, pages: 1, stands: true };
  return {
    'home-district': () => (
      <HomePage
        context={inDistrict}
        {...home()}
        unit={{ id: district.id, name: fullName(district) }}
        duties={[{ kind: 'matters', unit: district.id, level: 'district', count: 24, since: day('2025-12-01') }]}
        waiting={[
          { kind: 'matters', level: 'commune', count: 23, days: 97 },
          { kind: 'visits', count: 7 },
          { kind: 'uncounted-reviews', month },
          { kind: 'reviews', month: next, count: 1204, countedAt: '2025-12-01T01:00:00.000Z' },
          { kind: 'tasks', month, count: 28 },
          { kind: 'calls', month: next, count: 112, late: true },
        ]}
      />
    ),
    'home-group': () => (
      <HomePage
        context={inGroup}
        {...home()}
        unit={{ id: district.id, name: 'Tổ công tác số 3' }}
        communes={[fullName(commune)]}
        cells={25}
        behind="2025-12-01T17:30:00.000Z"
        duties={[{ kind: 'visits', month: next, count: 1, since: day('2025-12-01') }]}
        waiting={[{ kind: 'matters', count: 1, days: 3 }]}
      />
    ),
    'home-new': () => (
      <HomePage
        {...home()}
        {...none}
        context={inGroup}
        unit={{ id: district.id, name: 'Tổ công tác số 3' }}
        communes={[]}
      />
    ),
    'calls-district': () => (
      <CallsPage
        {...calls}
        context={inDistrict}
        unit={{ id: district.id, name: fullName(district) }}
        now="2025-12-27T02:00:00.000Z"
        total={400}
        calls={Array.from({ length: 25 }, (_, at) => ({ ...callOf(16), unit: `${district.id}.xa-${at}` }))}
        leftOut={[{ kind: 'report', name: `${cell.id}_2025-11-03_regular#1`, why: 'unreadable' }]}
        pages={3}
      />
    ),
    'calls-commune': () => (
      <CallsPage
        {...calls}
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        now="2026-01-06T02:00:00.000Z"
        total={3}
        calls={[callOf(3)]}
      />
    ),
    'calls-none': () => (
      <CallsPage
        {...calls}
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        now="2025-12-27T02:00:00.000Z"
        total={0}
        calls={[]}
      />
    ),
    'calls-before': () => (
      <CallsPage
        {...calls}
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        now="2025-12-27T02:00:00.000Z"
        total={0}
        calls={[]}
        stands={false}
      />
    ),
    'home-reformed': () => (
      <HomePage
        context={inGroup}
        {...home()}
        mayAct={() => false}
        unit={{ id: district.id, name: 'Tổ công tác số 3' }}
        duties={[]}
        waiting={[]}
      />
    ),
    'visits-due': () => (
      <DueVisitsPage
        context={inDistrict}
        visits={[{ ...visit, id: visitIdOf(visit), meeting: 'cell', state: 'planned' }]}
        nameOf={(unit) => (unit === cell.id ? fullName(cell) : fullName(commune))}
      />
    ),
  };
}
