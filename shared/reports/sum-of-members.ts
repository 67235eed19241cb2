import type { Members } from '#shared/reports/report.ts';

/**
 * The members of a cell as the sum of those who must attend, without what is none.
 *
 * @param words how each count stands in the sum, `{n}` being the count
 * @example sumOfMembers({ fullMembers: 42, exempt: 3, … }, sumWords.vi) //=> '42 chính thức − 3 miễn'
 */
export function sumOfMembers(members: Members, words: Readonly<Record<keyof Members, string>>): string {
  const names = Object.keys(words) as (keyof Members)[];
  return names
    .filter((name) => members[name])
    .map((name) => words[name].replace('{n}', `${members[name]}`))
    .join(' ');
}
