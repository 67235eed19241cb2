import { communes } from '#infra/demo/communes.ts';
import { groupPosts } from '#infra/demo/phrases.ts';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import type { Month } from '#shared/period.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import { slugOf } from '#shared/units/slug-of.ts';
import type { GroupMember, Unit } from '#shared/units/units.ts';
import { type GroupListRevision, groupSize, reassign } from '#shared/visits/groups.ts';

const from = '2019-03' as Month;
const generated = true as const;
/** Who entered the demonstration, and when. */
export const entered = {
  by: { user: 'district', role: 'district', unit: 'hiep-hoa' },
  at: `${from}-01T01:00:00.000Z`,
} as const;
export const district: Unit = { id: 'hiep-hoa', name: 'Hiệp Hòa', kind: 'huyện', level: 'district', from, generated };

/** Names that villages of the plain have; which commune has which is made up. */
const villages = [
  ...['An Bình', 'An Cập', 'Bảo An', 'Cẩm Trung', 'Chùa', 'Dinh Hương', 'Đại Mão', 'Đình', 'Đoài', 'Đông'],
  ...['Đông Đạo', 'Đồng Cũ', 'Đồng Tâm', 'Giữa', 'Gò Pháo', 'Hạ', 'Hòa Bình', 'Hưng Thịnh', 'Khánh Vân', 'Lạc Yên'],
  ...['Lý Viên', 'Mai Hạ', 'Mai Thượng', 'Ngọ Xá', 'Ngoại', 'Nội', 'Phú Cốc', 'Phúc Linh', 'Quang Trung', 'Quế Sơn'],
  ...['Sau', 'Sơn Quả', 'Tam Sơn', 'Tân Chung', 'Tân Hòa', 'Tân Lập', 'Tân Sơn', 'Thắng Lợi', 'Thống Nhất', 'Thượng'],
  ...[
    'Tiên Sơn',
    'Trại Cờ',
    'Trung Hòa',
    'Trung Tâm',
    'Trước',
    'Vạn Thạch',
    'Xuân Biều',
    'Xuân Giang',
    'Yên Sơn',
    'Yên Viên',
  ],
];

/** The other cells that every commune has. */
const offices: readonly (readonly [name: (commune: string) => string, slug: string, type: CellType])[] = [
  [(commune) => `Trường Mầm non ${commune}`, 'mam-non', 'truong-hoc'],
  [(commune) => `Trường Tiểu học ${commune}`, 'tieu-hoc', 'truong-hoc'],
  [(commune) => `Trường THCS ${commune}`, 'thcs', 'truong-hoc'],
  [(commune) => `Trạm Y tế ${commune}`, 'tram-y-te', 'y-te'],
];

/** Cells that examples and tests name. */
const named: Readonly<Record<string, string>> = { 'thanh-van': 'Thanh Bình', 'thai-son': 'Thái Thọ' };

/** The district, its real communes, and made-up cells: about 375, the same every time. */
export function demoUnits(): Unit[] {
  return [
    district,
    ...communes.flatMap(([kind, name, slug]) => {
      const id = `${district.id}.${slug}`;
      const commune: Unit = { id, name, kind, level: 'commune', from, generated };
      return [commune, ...cellsOf(commune, slug)];
    }),
  ];
}

function cellsOf(commune: Unit, slug: string): Unit[] {
  const random = randomFrom(`units ${slug}`);
  const town = commune.kind === 'thị trấn';
  const names = sample(villages, random.between(9, 13), random);
  if (named[slug]) names[0] = named[slug];
  const cell = (kind: string, name: string, last: string, type: CellType): Unit => ({
    id: `${commune.id}.${last}`,
    name,
    kind,
    level: 'cell',
    type,
    from,
    generated,
  });
  return [
    ...names.map((name) =>
      town ? cell('Chi bộ tổ dân phố', name, slugOf(name), 'tdp') : cell('Chi bộ thôn', name, slugOf(name), 'thon'),
    ),
    ...offices.map(([nameIn, last, type]) => cell('Chi bộ', nameIn(commune.name), last, type)),
  ];
}

function sample<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(random.between(0, left.length - 1), 1)[0] as T);
}

/**
 * Nine working groups, each with two or three communes; one commune changes its group half a year before now.
 *
 * @param changed the month from which it belongs to the other group
 */
export function demoGroups(changed: Month): GroupListRevision {
  const assignments = communes.map(([, , slug], at) => ({
    commune: `${district.id}.${slug}`,
    group: (at % 9) + 1,
    from,
  }));
  const moved = assignments.filter(({ group }) => group === 9).at(-1);
  const groups = Array.from({ length: 9 }, (_, n) => ({ number: n + 1, members: groupMembers(n) }));
  return {
    groups,
    assignments: moved ? reassign(assignments, new Map([[moved.commune, 8]]), changed) : assignments,
    revision: 1,
    ...entered,
  };
}

/** Seven to nine members, the head first, the others spread over the list. */
function groupMembers(n: number): readonly GroupMember[] {
  const count = groupSize.least + (n % (groupSize.most - groupSize.least + 1)) - 1;
  const [heads, others] = [groupPosts.heads, groupPosts.others];
  const at = (k: number) => others[(n * 3 + k) % others.length] as GroupMember;
  return [heads[n % heads.length] as GroupMember, ...Array.from({ length: count }, (_, k) => at(k))];
}
