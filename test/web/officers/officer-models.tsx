import { district } from '#infra/demo/units.ts';
import { heldField, typedOfficerRecord } from '#shared/officers/officer-record.ts';
import { officerMonthOf, typedOfficers } from '#shared/officers/officers.ts';
import { addMonths } from '#shared/period.ts';
import { cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, manyCells, month, revisionsOf } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { OfficersPage } from '#web/officers/officers-page.tsx';

const charges = {
  members: Array.from({ length: 15 }, (_, n) => `Ủy viên Ban Chấp hành Đảng bộ số ${n + 1}`),
  charges: Object.fromEntries(
    communeCells.slice(0, 20).map(({ id }, at) => [id, `Ủy viên Ban Chấp hành Đảng bộ số ${(at % 12) + 1}`]),
  ),
};

/** What the commune has recorded of every other cell. */
const held = {
  cells: Object.fromEntries(
    communeCells
      .filter((_, at) => at % 2 === 0)
      .map(({ id }) => [id, { orientedOn: day('2025-11-01'), attendedOn: day('2025-11-03') }]),
  ),
};

/** Who is in charge of which cell of the largest commune. */
function officersPage(context: PageContext, changes: Partial<Parameters<typeof OfficersPage>[0]> = {}) {
  const reports = communeCells.flatMap((each) => revisionsOf(each)).map(({ report }) => report);
  return (
    <OfficersPage
      context={context}
      unit={{ id: commune.id, name: fullName(commune) }}
      month={month}
      communes={[{ commune, charge: officerMonthOf(charges, communeCells, reports, held) }]}
      shown={cellsPage(communeCells, {}, communeCells.length)}
      errors={[]}
      stale={false}
      done={false}
      {...changes}
    />
  );
}

/** The page of the officers: kept by a commune, with mistakes, and read by the district. */
export function officerModels({ inCommune, inDistrict }: Contexts): Examples {
  return {
    'officers-commune': () =>
      officersPage(inCommune, {
        done: true,
        previousMonth: addMonths(month, -1),
        assigning: { members: charges.members, baseRevision: 2, typed: typedOfficers(charges) },
        recording: { baseRevision: 1, typed: typedOfficerRecord(held) },
      }),
    'officers-wrong': () =>
      officersPage(inCommune, {
        assigning: { members: [], baseRevision: 0, typed: {} },
        recording: { baseRevision: 0, typed: { [heldField(cell.id, 'orientedOn')]: 'mai' } },
        errors: [
          { field: 'members', code: 'required' },
          { field: heldField(cell.id, 'orientedOn'), code: 'not-a-day', params: { example: '03/11/2025' } },
        ],
        stale: true,
      }),
    'officers-large': () =>
      officersPage(inCommune, {
        shown: cellsPage(manyCells, { after: manyCells[60]?.id }, cellsAPage.officers),
        communes: [{ commune, charge: officerMonthOf(charges, manyCells, []) }],
        assigning: { members: charges.members, baseRevision: 2, typed: typedOfficers(charges) },
        recording: { baseRevision: 1, typed: typedOfficerRecord(held) },
      }),
    'officers-district': () =>
      officersPage(inDistrict, {
        unit: { id: district.id, name: fullName(district) },
        communes: Array.from({ length: 25 }, (_, n) => ({
          commune: { ...commune, id: `${district.id}.xa-${n}` },
          charge: officerMonthOf(n > 0 ? charges : undefined, communeCells, []),
        })),
      }),
  };
}
