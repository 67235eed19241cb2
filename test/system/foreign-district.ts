import type { UnitId } from '#shared/units/units.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting } from '#test/system/meeting.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const cells = ['tan-yen.cao-xa.nguon', 'tan-yen.thanh-van.thanh-binh'];
const units = `id;level;kind;name;type;from;to;group
tan-yen;district;huyện;Tân Yên;;2019-03;;
tan-yen.cao-xa;commune;xã;Cao Xá;;2019-03;;1
tan-yen.cao-xa.nguon;cell;Chi bộ thôn;Nguồn;thon;2019-03;;
tan-yen.thanh-van;commune;xã;Thanh Vân Ngoài;;2019-03;;3
tan-yen.thanh-van.thanh-binh;cell;Chi bộ thôn;Thanh Bình Ngoài;thon;2019-03;;
tan-yen.thanh-van.thcs;cell;Chi bộ;Trường THCS Ngoài;truong-hoc;2019-03;;
`;

/**
 * A second district beside the demo's: it has a commune and cells with the slugs of the demo's, and groups with their
 * numbers. Its accounts carry its slug, as `infra/README.md` asks.
 *
 * @returns a report of last month for each of its reported cells
 */
export async function enterForeignDistrict(): Promise<ReadonlyMap<UnitId, string>> {
  await enterDistrict(units, [
    ...cells.map((unit) => ({ user: unit, role: 'cell', unit })),
    { user: 'tan-yen.cao-xa', role: 'commune', unit: 'tan-yen.cao-xa' },
    { user: 'tan-yen.thanh-van', role: 'commune', unit: 'tan-yen.thanh-van' },
    ...[1, 3].map((group) => ({ user: `tan-yen.group${group}`, role: 'group', unit: 'tan-yen', group })),
    { user: 'tan-yen.district', role: 'district', unit: 'tan-yen' },
  ]);
  const district = await Visitor.signedIn('tan-yen.district');
  const date = `${lastMonth}-03`;
  for (const cell of cells) {
    await district.post('/reports', { ...meeting(cell, { date }), csrf: await district.csrf(), baseRevision: '0' });
  }
  await admin('rollup', '--district', 'tan-yen', '--month', lastMonth);
  return new Map(cells.map((cell) => [cell, `${cell}_${date}_regular`]));
}
