import { type Month, standsIn } from '#shared/period.ts';

/** A floor in percent, met by counts: `present * 100 >= percent * required`. */
export interface Target {
  readonly comparison: '>=' | '>';
  readonly percent: number;
}

/** A document by number and date: numbers alone are used again. */
export interface Source {
  readonly number: string;
  readonly date: string;
}

export type Grade = 'good' | 'fair' | 'average' | 'poor';

/** A criterion of the score sheet. Judged ones are entered in the form as `points.{id}`, computed ones follow from facts. */
export interface Criterion {
  readonly id: string;
  readonly max: number;
  readonly how: 'computed' | 'judged';
}

/** What a month is judged by. */
export interface Regime {
  readonly id: 'de-an-06' | 'hd-42';
  readonly name: string;
  readonly from: Month;
  readonly to?: Month;
  readonly sources: readonly Source[];
  readonly attendance: Target;
  readonly minimumMinutes: { readonly regular: number; readonly withThematic: number };
  /** Lower ends of the grades in percent of the reachable points; each band is closed below and open above. */
  readonly grades: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  readonly criteria: readonly Criterion[];
}

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });

/** Every regime, oldest first. The spans touch and do not overlap: a month has exactly one. */
export const regimes: readonly Regime[] = [
  {
    id: 'de-an-06',
    name: 'Đề án 06 của Ban Thường vụ Huyện ủy Hiệp Hòa',
    from: '2019-03' as Month,
    to: '2025-09' as Month,
    sources: [
      { number: 'Đề án 06', date: '2019-03' },
      { number: '12-HD/BTCTW', date: '2018-07-06' },
    ],
    attendance: atLeast(85),
    minimumMinutes: { regular: 90, withThematic: 120 },
    grades: { good: 90, fair: 70, average: 50 },
    // The weights are an example frame (Đảng ủy Khối Các cơ quan tỉnh Phú Thọ); Hiệp Hòa's own sheet is not public.
    criteria: [
      { id: 'preparation', max: 15, how: 'computed' },
      { id: 'attendance', max: 20, how: 'computed' },
      { id: 'duration', max: 5, how: 'computed' },
      { id: 'steps', max: 10, how: 'computed' },
      { id: 'discussion', max: 30, how: 'judged' },
      { id: 'ending', max: 20, how: 'computed' },
    ],
  },
  {
    id: 'hd-42',
    name: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    from: '2025-10' as Month,
    sources: [
      { number: '50-CT/TW', date: '2025-07-23' },
      { number: '42-HD/BTCTW', date: '2025-10-28' },
    ],
    attendance: atLeast(90),
    minimumMinutes: { regular: 90, withThematic: 120 },
    grades: { good: 90, fair: 70, average: 50 },
    criteria: [
      { id: 'duration', max: 5, how: 'computed' },
      { id: 'attendance', max: 5, how: 'computed' },
      { id: 'content', max: 5, how: 'judged' },
      { id: 'preparation', max: 5, how: 'computed' },
      { id: 'steps', max: 5, how: 'computed' },
      { id: 'discussion', max: 25, how: 'judged' },
      { id: 'chairing', max: 10, how: 'judged' },
      { id: 'principles', max: 5, how: 'judged' },
      { id: 'results', max: 30, how: 'computed' },
      { id: 'ending', max: 5, how: 'computed' },
    ],
  },
];

/** The regime a month is judged by; none for months before the first one (2019-03). */
export function regimeIn(month: Month): Regime | undefined {
  return regimes.find((each) => standsIn(month, each));
}

/** The regime of a month that is known to have one, such as a stored report's. */
export function regimeOf(month: Month): Regime {
  const regime = regimeIn(month);
  if (!regime) throw new RangeError(`No regime covers ${month}`);
  return regime;
}
