import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { readTime } from '#shared/input/read-time.ts';
import { spelled } from '#shared/input/spelled.ts';

const counted = /^(\d[\d. ]*?) ?(?:'|p|ph|phut|m|mins?|minutes?)$/;
const hour = '(?:h|g|gio|tieng|gio dong ho|tieng dong ho|hours?)';
const hours = new RegExp(`^(\\d{1,2}) ?${hour}(?: ?(\\d{1,2}) ?('|p|ph|phut|m)?| (ruoi))?$`);
const parted = new RegExp(`^(\\d{1,2})[.,](\\d{1,2}) ?(${hour})?$`);
const spoken: Readonly<Record<string, string>> = { mot: '1', hai: '2', ba: '3', bon: '4' };
const span = /^(?:tu )?(.+?) ?(?:-|den|~) ?(.+)$/;
/** More hours than any meeting has. */
const MOST_HOURS = 10;

/**
 * Reads how long something took, in minutes, as people write it: minutes, hours, or from when to when.
 *
 * @example readMinutes('1h30') //=> 90
 * @example readMinutes('19h-20h45') //=> 105
 * @example readMinutes('1,5') //=> new Doubt('90')
 */
export function readMinutes(text: string): Reading<number> {
  const said = spelled(text).replace(/^(mot|hai|ba|bon)(?= (?:tieng|gio))/, (word) => spoken[word] ?? word);
  const plain = parseCount(counted.exec(said)?.[1] ?? said);
  if (plain !== undefined) return plain;
  const whole = hours.exec(said);
  if (whole) return ofHours(whole);
  const [, full = '', part = '', unit] = parted.exec(said) ?? [];
  if (full !== '') {
    const minutes = Number(`${full}.${part}`) * 60;
    if (!Number.isInteger(minutes) || Number(full) > MOST_HOURS) return undefined;
    return unit ? minutes : doubted(minutes);
  }
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(said) ?? [];
  if (hour !== '') {
    const isLength = Number(hour) <= MOST_HOURS && Number(minute) < 60;
    return isLength ? doubted(Number(hour) * 60 + Number(minute)) : undefined;
  }
  return between(said);
}

function ofHours([, full, part, unit, half]: RegExpExecArray): Reading<number> {
  if (Number(part ?? 0) > 59 || Number(full) > MOST_HOURS) return undefined;
  const minutes = Number(full) * 60 + (half ? 30 : Number(part ?? 0));
  return part?.length === 1 && !unit ? doubted(minutes) : minutes;
}

/** From one time to another; beyond noon or midnight it is asked. */
function between(said: string): Reading<number> {
  const [, start = '', end = ''] = span.exec(said) ?? [];
  if (end === '') return undefined;
  const times = [readTime(start), readTime(end)];
  const [from, to] = times.map((each) => minuteOf(each instanceof Doubt ? each.understood : each));
  if (from === undefined || to === undefined) return undefined;
  const isSure = to > from && !times.some((each) => each instanceof Doubt);
  if (isSure) return to - from;
  const later = [to, to + 12 * 60, to + 24 * 60].find((each) => each > from) ?? to;
  return later - from <= MOST_HOURS * 60 ? doubted(later - from) : undefined;
}

function minuteOf(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const doubted = (minutes: number) => new Doubt(String(minutes));
