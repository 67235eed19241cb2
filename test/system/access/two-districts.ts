import type { Viewer } from '#shared/access/can.ts';
import { addMonths } from '#shared/period.ts';
import type { Board } from '#shared/reports/board.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

/** The same slugs in two districts, and groups of the same number that have them. */
export const home = { cell: 'hiep-hoa.thanh-van.thanh-binh', commune: 'hiep-hoa.thanh-van', district: 'hiep-hoa' };
export const away = { cell: 'tan-yen.thanh-van.thanh-binh', commune: 'tan-yen.thanh-van', district: 'tan-yen' };
const sameGroup = 'hiep-hoa.luong-phong';
const otherGroup = 'hiep-hoa.thai-son';

/** Who asks: each role in each of the districts. Group 1 abroad has a commune whose slug is nobody's here. */
export const askers: readonly Viewer[] = [
  { user: 'thanh-van.thanh-binh', role: 'cell', unit: home.cell, scope: [home.cell] },
  { user: 'thanh-van', role: 'commune', unit: home.commune, scope: [home.commune] },
  {
    user: 'group3',
    role: 'group',
    unit: home.district,
    group: 3,
    scope: [home.commune, sameGroup, 'hiep-hoa.xuan-cam'],
  },
  { user: 'district', role: 'district', unit: home.district, scope: [home.district] },
  { user: away.cell, role: 'cell', unit: away.cell, scope: [away.cell] },
  { user: away.commune, role: 'commune', unit: away.commune, scope: [away.commune] },
  { user: 'tan-yen.group3', role: 'group', unit: away.district, group: 3, scope: [away.commune] },
  { user: 'tan-yen.group1', role: 'group', unit: away.district, group: 1, scope: ['tan-yen.cao-xa'] },
  { user: 'tan-yen.district', role: 'district', unit: away.district, scope: [away.district] },
];

/** Of whom: own, child, sibling, parent, foreign of the same slug, foreign of the same group's number. */
export const standing = new Set<UnitId>([
  ...Object.values(home),
  ...Object.values(away),
  sameGroup,
  otherGroup,
  'tan-yen.thanh-van.thcs',
  'tan-yen.cao-xa',
  'tan-yen.cao-xa.nguon',
]);
/** What only looks like one of them. */
export const lookalikes: readonly UnitId[] = [
  'hiep-hoa.thanh-van-2',
  'hiep-hoa.thanh-van.thanh-binh-2',
  'tan-yen.thanh-van.khong-co',
  'hiep',
];
/** What there is nowhere. Whatever is refused must be answered as these are. */
export const nothing: Readonly<Record<Unit['level'], UnitId>> = {
  district: 'khong-co',
  commune: 'khong-co.thanh-van',
  cell: 'khong-co.thanh-van.thanh-binh',
};

export const levelOf = (unit: UnitId) =>
  (['district', 'commune', 'cell'] as const)[unit.split('.').length - 1] as Unit['level'];

/** The account of a unit, by the scheme of names. Of what has none, one that does not exist. */
export function accountOf(unit: UnitId): string {
  if (unit === home.district) return 'district';
  if (unit === away.district) return 'tan-yen.district';
  return unit.startsWith('hiep-hoa.') ? unit.slice('hiep-hoa.'.length) : unit;
}

/** A cell's report, and the number that its sender was given. */
interface Reported {
  readonly id: string;
  readonly receipt: string;
}
const reports = new Map<UnitId, Reported>();
export const reportOf = (unit: UnitId): string => reports.get(unit)?.id ?? `${unit}_${lastMonth}-03_regular`;
export const receiptOf = (unit: UnitId): string => reports.get(unit)?.receipt ?? '2610-ZZZZ-ZZZZ';
export const reported = (): readonly (readonly [UnitId, Reported])[] => [...reports];

/** An asker with all that its requests need. */
export interface Asking {
  readonly asker: Viewer;
  readonly visitor: Visitor;
  readonly csrf: string;
  /** A matter that the asker sees; blank if there is none. */
  readonly matter: string;
}
const asking = new Map<string, Asking>();
export const askingAs = (user: string): Asking => asking.get(user) as Asking;

/** Documents of the demo's guidance, all of one district. */
export let documentId = '';

/** Enters the second district, signs everybody in, and looks up what there is of each of the units. */
export async function enterTwoDistricts(): Promise<void> {
  const foreign = await enterForeignDistrict();
  for (const asker of askers) {
    const visitor = await Visitor.signedIn(asker.user);
    const { matters } = (await visitor.json('/matters')) as { matters: { matter: { id: string } }[] };
    asking.set(asker.user, { asker, visitor, csrf: await visitor.csrf(), matter: matters[0]?.matter.id ?? '' });
  }
  const [board, abroad] = [askingAs('district').visitor, askingAs('tan-yen.district').visitor];
  const note = async (visitor: Visitor, cell: UnitId, id: string) => {
    const { receipt } = (await visitor.json(`/reports/${id}`)) as Reported;
    reports.set(cell, { id, receipt });
  };
  for (const [cell, id] of foreign) await note(abroad, cell, id);
  for (const commune of [home.commune, sameGroup, otherGroup]) {
    // Not every cell has reported every month.
    const found = new Map<UnitId, string>();
    for (const month of [lastMonth, addMonths(lastMonth, -1), addMonths(lastMonth, -2)]) {
      const { cells } = (await board.json(`/months/${month}?unit=${commune}`)) as Pick<Board, 'cells'>;
      for (const { cell, reports: own } of cells) {
        if (own[0] && !found.has(cell.id)) found.set(cell.id, own[0].id);
      }
    }
    // A sibling of the cell that asks, and one cell of each other commune.
    const other = [...found.keys()].find((cell) => parentOf(cell) === commune && cell !== home.cell);
    if (other) standing.add(other);
    for (const [cell, id] of found) if (standing.has(cell)) await note(board, cell, id);
  }
  const { files } = (await board.json(`/guidance?month=${lastMonth}`)) as { files: { id: string }[] };
  documentId = files[0]?.id ?? '';
}
