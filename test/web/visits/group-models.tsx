import { addMonths } from '#shared/period.ts';
import { assignField } from '#shared/visits/parse-groups.ts';
import { month as asMonth } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { commune, directory, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { GroupsPage } from '#web/visits/groups-page.tsx';

/** A working group whose members have been entered. */
export const group = {
  number: 3,
  name: 'Tổ công tác số 3',
  communes: [commune.id],
  members: [
    { post: 'Trưởng Ban Tổ chức', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Chuyên viên', organ: 'Ban Dân vận Huyện ủy' },
  ],
};
const one = {
  group,
  assignments: [
    { commune: 'hiep-hoa.xa-cu', group: 3, from: asMonth('2019-03'), to: asMonth('2025-06') },
    { commune: commune.id, group: 3, from: asMonth('2025-07') },
  ],
};

/** The district's working groups as those see them who do not keep them. */
function groupsPage(context: PageContext, changes: Partial<Parameters<typeof GroupsPage>[0]> = {}) {
  return (
    <GroupsPage
      context={context}
      month={month}
      groups={directory.groups}
      communes={directory.communes}
      errors={[]}
      stale={false}
      done={false}
      {...changes}
    />
  );
}

/** The page of the working groups: all and one, read and kept. */
export function groupModels({ inDistrict, inCommune }: Contexts): Examples {
  return {
    'groups-district': () =>
      groupsPage(inDistrict, {
        done: true,
        previousMonth: addMonths(month, -1),
        editing: { baseRevision: 2, typed: { from: '11/2025', [assignField(commune.id)]: '3' } },
      }),
    'groups-none': () => groupsPage(inDistrict, { groups: [], editing: { baseRevision: 0, typed: {} } }),
    'groups-wrong': () =>
      groupsPage(inDistrict, {
        editing: { baseRevision: 2, typed: { from: '10/2025', [assignField(commune.id)]: '77' } },
        errors: [
          { field: 'from', code: 'month-over', params: { month: '11/2025' } },
          { field: assignField(commune.id), code: 'not-a-choice' },
        ],
        stale: true,
      }),
    'groups-commune': () => groupsPage(inCommune, { groups: [group], communes: [commune] }),
    'group-commune': () => groupsPage(inCommune, { groups: [group], communes: [commune], one }),
    'group-district': () =>
      groupsPage(inDistrict, {
        one,
        editing: { baseRevision: 2, typed: { head: '', groupMembers: 'Chuyên viên; Ban Tổ chức' } },
        errors: [{ field: 'head', code: 'required' }],
      }),
    'group-new': () =>
      groupsPage(inDistrict, {
        one: { group: { number: 10, name: 'Tổ công tác số 10', communes: [] }, assignments: [] },
        editing: { baseRevision: 2, typed: {} },
      }),
  };
}
