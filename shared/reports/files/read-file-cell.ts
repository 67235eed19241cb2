import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { dayOfSerial, isSerial } from '#shared/input/lists/day-of-serial.ts';
import type { ListCell } from '#shared/input/lists/list-file.ts';
import { type DayContext, readDay } from '#shared/input/read-day.ts';
import { readMinutes } from '#shared/input/read-minutes.ts';
import { readShare } from '#shared/input/read-share.ts';
import { readTime } from '#shared/input/read-time.ts';
import { formatDay } from '#shared/language/format.ts';
import { type Day, monthOf, parseDay } from '#shared/period.ts';
import type { FileQuestion } from '#shared/reports/files/file-fields.ts';
import { readChoice } from '#shared/reports/files/read-choice.ts';

/** What a cell of a sheet says in answer to a question. */
export interface ReadCell {
  /** As it would be typed into the form; what could not be read stands as it is. */
  readonly typed: string;
  /** As it stands in the sheet. */
  readonly said: string;
  /** It was presumed, and has to be confirmed. */
  readonly isAsked?: true;
  /** When the meeting began, where the cell says that besides. */
  readonly startTime?: string;
}

const MINUTES = 24 * 60;

/** Reads a cell in answer to a question; `undefined` where it is blank, or a formula that was never calculated. */
export function readFileCell(
  cell: ListCell | undefined,
  field: FileQuestion,
  context: DayContext,
): ReadCell | undefined {
  if (cell === undefined || cell.fault === 'uncounted' || cell.fault === 'error') return undefined;
  if (cell.number === undefined) return cell.text === '' ? undefined : ofText(cell.text, field, context);
  const { number, isDay, isPercent } = cell;
  const said = String(isPercent ? number * 100 : number).replace('.', ',') + (isPercent ? '%' : '');
  if (isPercent) return { typed: said, said };
  if (field.kind === 'day' && (isDay || isSerial(number))) return ofSerial(number, context);
  // 3.10 is kept as the number 3.1.
  const october = field.kind === 'day' && /,1$/.test(said) ? readDay(`${said}0`, context) : undefined;
  if (typeof october === 'string' && monthOf(october) === context.month) {
    return { typed: formatDay(october), said, isAsked: true };
  }
  const isPart = number > 0 && number < 1;
  const minutes = Math.round((number % 1) * MINUTES);
  if (field.kind === 'time' && (isPart || isDay)) return { typed: timeOf(minutes), said: timeOf(minutes) };
  // A length that was typed as a time of day is kept as a part of a day.
  if (field.kind === 'count' && field.unit === 'minutes' && isPart) {
    return { typed: String(minutes), said: timeOf(minutes), isAsked: true };
  }
  return ofText(said, field, context);
}

/** A day; one that the program took for month and day is asked. */
function ofSerial(number: number, { month }: DayContext): ReadCell | undefined {
  const day = dayOfSerial(number);
  if (!day) return undefined;
  const said = formatDay(day);
  const [year, first, second] = day.split('-');
  const swapped = parseDay(`${year}-${second}-${first}`);
  const isSwapped = month && monthOf(day) !== month && swapped && monthOf(swapped) === month;
  return isSwapped ? { typed: formatDay(swapped), said, isAsked: true } : { typed: said, said };
}

function ofText(said: string, field: FileQuestion, context: DayContext): ReadCell {
  switch (field.kind) {
    case 'day': {
      const reading = readDay(said, context);
      return reading === undefined ? dayAndTime(said, context) : shown(reading, said, formatDay);
    }
    case 'time':
      return shown(readTime(said), said);
    case 'choice':
      return { typed: readChoice(said, field.choices) ?? said, said };
    case 'count': {
      if (field.unit === 'minutes') return ofMinutes(said);
      const share = readShare(said);
      const isPart = share !== undefined && !(share instanceof Doubt) && (share.of ?? share.percent) !== undefined;
      // What it is a part of is compared with the whole report.
      return isPart ? { typed: said, said } : shown(share, said, ({ count }) => String(count));
    }
  }
}

/** A length, or from when to when. */
function ofMinutes(said: string): ReadCell {
  const reading = readMinutes(said);
  const start = /(?:-|–|đến)/.test(said) && reading !== undefined ? readTime(said) : undefined;
  const time = start instanceof Doubt ? start.understood : undefined;
  return { ...shown(reading, said), ...(time && { startTime: time }) };
}

/** `19h ngày 3/11`, `3/11 19h30`. */
function dayAndTime(said: string, context: DayContext): ReadCell {
  const words = said.split(/[\s,;]+/);
  for (let at = 1; at < words.length; at += 1) {
    const [first, second] = [
      words.slice(0, at).join(' '),
      words
        .slice(at)
        .join(' ')
        .replace(/^\((.+)\)$/, '$1'),
    ];
    for (const [day, time] of [
      [readDay(first, context), readTime(second)],
      [readDay(second, context), readTime(first)],
    ] as const) {
      if (typeof day === 'string' && typeof time === 'string') {
        return { typed: formatDay(day as Day), said, startTime: time };
      }
    }
  }
  return { typed: said, said };
}

function shown<T>(reading: Reading<T>, said: string, format: (value: T) => string = String): ReadCell {
  if (reading instanceof Doubt) return { typed: reading.understood, said, isAsked: true };
  return { typed: reading === undefined ? said : format(reading), said };
}

function timeOf(minutes: number): string {
  const all = minutes % MINUTES;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
