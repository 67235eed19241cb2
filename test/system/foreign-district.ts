import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting } from '#test/system/meeting.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const cell = 'tan-yen.cao-xa.nguon';
const units = `id;level;kind;name;type;from;to;group
tan-yen;district;huyện;Tân Yên;;2019-03;;
tan-yen.cao-xa;commune;xã;Cao Xá;;2019-03;;1
${cell};cell;Chi bộ thôn;Nguồn;thon;2019-03;;
`;

/** A second district beside the demo's, with an account of each role and a report of last month: its id. */
export async function enterForeignDistrict(): Promise<string> {
  await enterDistrict(units, [
    { user: 'cao-xa.nguon', role: 'cell', unit: cell },
    { user: 'cao-xa', role: 'commune', unit: 'tan-yen.cao-xa' },
    { user: 'tan-yen-1', role: 'group', unit: 'tan-yen', group: 1 },
    { user: 'tan-yen', role: 'district', unit: 'tan-yen' },
  ]);
  const district = await Visitor.signedIn('tan-yen');
  const date = `${lastMonth}-03`;
  await district.post('/reports', { ...meeting(cell, { date }), csrf: await district.csrf(), baseRevision: '0' });
  await admin('rollup', '--district', 'tan-yen', '--month', lastMonth);
  return `${cell}_${date}_regular`;
}
