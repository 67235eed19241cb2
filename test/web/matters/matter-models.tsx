import { demoUnits, district } from '#infra/demo/units.ts';
import { backlogOf } from '#shared/matters/backlog.ts';
import { matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { stepsOn } from '#shared/matters/matter-steps.ts';
import { dueDayOf } from '#shared/matters/matter-term.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import {
  landMatter,
  lateMatter,
  namingMatter,
  openMatter,
  raisedBy,
  settledMatter,
} from '#test/web/matters/tracked-matters.ts';
import type { PageContext } from '#web/context.ts';
import { MatterPage } from '#web/matters/matter-page.tsx';
import { MattersPage } from '#web/matters/matters-page.tsx';

/** A matter's page as somebody with these steps sees it. */
function matterPage(
  context: PageContext,
  matter: TrackedMatter,
  changes: Partial<Parameters<typeof MatterPage>[0]> = {},
) {
  return (
    <MatterPage
      context={context}
      matter={matter}
      unitName={fullName(cell)}
      communeName={fullName(commune)}
      due={dueDayOf(matter)}
      overdue={false}
      promiseOver={false}
      steps={[]}
      earlier={[]}
      typed={{}}
      errors={[]}
      done={false}
      stale={false}
      {...changes}
    />
  );
}

/** A list of matters as long as a page of it. */
const matterRows = Array.from({ length: 25 }, (_, at) => ({
  matter:
    at % 2 === 0
      ? at === 8
        ? lateMatter
        : openMatter
      : matterOf(`${cell.id}_2025-11-03_regular_${at + 2}`, [
          { kind: 'raised', said: { ...landMatter, summary: `${landMatter.summary} (${at})` }, ...raisedBy },
        ]),
  unitName: fullName(communeCells[at] ?? cell),
  communeName: fullName(commune),
  due: day('2025-11-11'),
  overdue: at < 9,
  promiseOver: at === 8,
})).map((row, at) => ({ ...row, matter: { ...row.matter, id: `${cell.id}_2025-11-03_regular_${at + 1}` } }));

/** The lists of matters, and one matter as each of its readers sees it. */
export function matterModels({ inCell, inCommune, inDistrict }: Contexts): Examples {
  return {
    'matters-district': () => (
      <MattersPage
        context={inDistrict}
        unit={{ id: district.id, name: fullName(district) }}
        units={demoUnits()
          .filter(({ level }) => level !== 'cell')
          .map((each) => ({ id: each.id, name: fullName(each) }))}
        level="district"
        backlog={backlogOf(
          matterRows.map(({ matter }) => matter),
          '2025-11-20T02:10:00.000Z',
        )}
        matters={matterRows}
        total={25}
        page={2}
        more={true}
      />
    ),
    'matters-closed': () => (
      <MattersPage
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        units={[commune, ...communeCells].map((each) => ({ id: each.id, name: fullName(each) }))}
        backlog={[]}
        matters={[
          {
            matter: settledMatter,
            unitName: fullName(cell),
            communeName: '',
            due: day('2025-11-19'),
            overdue: false,
            promiseOver: false,
          },
        ]}
        state="closed"
        total={1}
        topic="MT"
        page={1}
        more={false}
      />
    ),
    'matters-none': () => (
      <MattersPage
        context={inCell}
        unit={{ id: cell.id, name: fullName(cell) }}
        units={[{ id: cell.id, name: fullName(cell) }]}
        backlog={[]}
        matters={[]}
        total={25}
        page={1}
        more={false}
      />
    ),
    'matter-open': () =>
      matterPage(inCommune, openMatter, {
        steps: stepsOn(openMatter, 'commune'),
        overdue: true,
        done: true,
      }),
    'matter-settled': () => matterPage(inCell, settledMatter),
    'matter-promised': () =>
      matterPage(inCommune, lateMatter, { steps: stepsOn(lateMatter, 'commune'), overdue: true, promiseOver: true }),
    'matter-merged': () => matterPage(inDistrict, namingMatter),
    'matter-late': () =>
      matterPage(inCommune, settledMatter, {
        typed: { step: 'answer', answer: 'Đã trả lời <ngày 12> & "đủ"', into: '' },
        stale: true,
      }),
    'matter-wrong': () =>
      matterPage(inDistrict, openMatter, {
        steps: stepsOn(openMatter, 'district'),
        earlier: [settledMatter],
        typed: { step: 'merge', answer: '', into: settledMatter.id },
        errors: [
          { field: 'step', code: 'required' },
          { field: 'answer', code: 'required' },
          { field: 'into', code: 'not-a-choice' },
        ],
        stale: true,
      }),
  };
}
