import { randomFrom } from '#infra/demo/random.ts';
import { demoTargetFor } from '#infra/demo/targets.ts';
import type { Month } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import type { ResultUnit } from '#shared/reports/result-units.ts';
import type { UnitId } from '#shared/units/units.ts';

type Results = NonNullable<Report['results']>;

/** What resolutions on a subject bring about: the unit, what it is, from how much to how much, in steps of how much. */
const kinds: Readonly<Record<string, readonly (readonly [ResultUnit, string, number, number, number])[]>> = {
  MT: [
    ['road', 'mở rộng đường ngõ xóm', 8, 60, 10],
    ['land', 'các hộ hiến đất mở đường', 5, 70, 10],
    ['workdays', 'đóng góp ngày công', 10, 160, 0.5],
  ],
  KT: [
    ['workdays', 'nạo vét kênh nội đồng', 20, 160, 0.5],
    ['households', 'gieo cấy đúng khung thời vụ', 20, 90, 1],
  ],
  DC: [
    ['dong', 'ủng hộ quỹ vì người nghèo', 20, 120, 100_000],
    ['households', 'ký cam kết gia đình văn hóa', 20, 90, 1],
  ],
  ANTT: [['cases', 'vụ việc hòa giải thành', 1, 4, 1]],
};

/** What the example cell brought about in one month, as a report of 2019 tells of such a cell. */
const example: Results = [
  { unit: 'road', quantity: 600, what: 'mở rộng đường thôn' },
  { unit: 'land', quantity: 2100, what: 'các hộ hiến đất mở đường' },
];

/** The made-up results of a cell's month; many months have none that is a number. */
export function demoResults(
  cell: UnitId,
  month: Month,
  subjects: readonly string[],
): Pick<Report, 'results' | 'serves'> {
  if (cell === 'hiep-hoa.thanh-van.thanh-binh' && month.endsWith('-09')) return serving(cell, month, example);
  const random = randomFrom(`results ${cell} ${month}`);
  const known = kinds[subjects.at(-1) ?? ''] ?? [];
  const results = known.flatMap(([unit, what, least, most, step]) =>
    random.chance(0.35) ? [{ unit, quantity: random.between(least, most) * step, what }] : [],
  );
  return results.length > 0 ? serving(cell, month, results) : {};
}

/** Results, with the target that the first of them counts for. */
function serving(cell: UnitId, month: Month, results: Results): Pick<Report, 'results' | 'serves'> {
  const serves = results[0] && demoTargetFor(cell, month, results[0].unit);
  return { results, ...(serves && { serves }) };
}
