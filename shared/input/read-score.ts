import { parsePoints } from '#shared/input/numbers.ts';
import { spelled } from '#shared/input/spelled.ts';

/**
 * Reads points as people write them: with a comma or a point, with the word for points, or of the most there are.
 *
 * @param max the points of the line; another one that is written is a contradiction
 * @example readScore('4,5/5 điểm', 5) //=> 4.5
 */
export function readScore(text: string, max: number): number | undefined {
  const bare = spelled(text).replace(/ ?(?:d|diem|points?)$/, '');
  const [, points = bare, of] = /^([\d.,]+) ?\/ ?([\d.,]+)$/.exec(bare) ?? [];
  return of === undefined || parsePoints(of) === max ? parsePoints(points) : undefined;
}
