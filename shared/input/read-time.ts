import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { spelled } from '#shared/input/spelled.ts';

const clock =
  /^(\d{1,2}) ?(?:(h|g|gio|:|\.) ?(?:(\d{1,2}) ?(?:'|p|ph|phut)?(?::\d\d)?|(ruoi)|kem (\d{1,2})(?: ?(?:'|p|ph|phut))?)?)? ?(?:(?:buoi )?(sang|trua|chieu|toi|dem)|([ap])\.?m\.?)?$/;
const before = /^(?:luc|tu|vao|vao luc|bat dau|bat dau luc|bat dau tu) /;
const range = /^(.+?) ?(?:-|den|~) ?(.+)$/;

/** For each part of the day, the hours that people write, and whether they mean the twelve hours after. */
const parts: Readonly<Record<string, (hour: number) => number | undefined>> = {
  sang: (hour) => (hour >= 1 && hour <= 11 ? hour : undefined),
  trua: (hour) => (hour >= 10 && hour <= 13 ? hour : hour === 1 ? 13 : undefined),
  chieu: (hour) => (hour >= 1 && hour <= 6 ? hour + 12 : hour >= 12 && hour <= 18 ? hour : undefined),
  toi: (hour) => (hour >= 5 && hour <= 11 ? hour + 12 : hour >= 17 && hour <= 23 ? hour : undefined),
  dem: (hour) => (hour >= 9 && hour <= 11 ? hour + 12 : hour >= 21 && hour <= 23 ? hour : undefined),
  a: (hour) => (hour >= 1 && hour <= 12 ? hour % 12 : undefined),
  p: (hour) => (hour >= 1 && hour <= 12 ? (hour % 12) + 12 : undefined),
};

/**
 * Reads a time of day as people in Vietnam write it. Of a span the beginning is asked back, and so are hours without a
 * sign and minutes of one digit.
 *
 * @example readTime('19 giờ 30') //=> '19:30'
 * @example readTime('7h tối') //=> '19:00'
 * @example readTime('19h-20h45') //=> new Doubt('19:00')
 */
export function readTime(text: string): Reading<string> {
  const said = spelled(text).replace(before, '');
  const packed = /^(\d\d)(\d\d)$/.exec(said);
  if (packed) return doubted(timeOf(Number(packed[1]), Number(packed[2])));
  const [, start = '', end = ''] = range.exec(said) ?? [];
  if (end !== '') {
    const first = readTime(start);
    return readTime(end) === undefined ? undefined : doubted(first instanceof Doubt ? first.understood : first);
  }
  const [, hours = '', sign = '', minutes = '', half, less, part, noon] = clock.exec(said) ?? [];
  if (hours === '') return undefined;
  const named = parts[part ?? noon ?? ''];
  const hour = named ? named(Number(hours)) : Number(hours);
  if (hour === undefined) return undefined;
  const minute = half ? 30 : less ? -Number(less) : Number(minutes);
  const time = Number(less ?? 0) < 60 ? timeOf(hour, minute) : undefined;
  // „19.3“ and „19:3“ may be half an hour, or three minutes.
  if (minutes.length === 1 && sign !== 'h' && sign !== 'g' && sign !== 'gio') return undefined;
  return (sign === '' && !named) || (sign === '.' && minutes === '') || minutes.length === 1 ? doubted(time) : time;
}

function timeOf(hour: number, minute: number): string | undefined {
  const all = hour * 60 + minute;
  if (hour > 23 || minute > 59 || all < 0) return undefined;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

function doubted(time: string | undefined): Reading<string> {
  return time === undefined ? undefined : new Doubt(time);
}
