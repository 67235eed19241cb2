import type { ToRecord } from '#functions/http/answer.ts';
import { digestOf } from '#shared/digest.ts';

/** An entry stays far below what DynamoDB takes, and within what somebody reads. In characters, nearly all of one byte. */
const LONGEST = 3000;

/**
 * The audit's entry for free text that an answer shows: one entry, however many things it shows.
 *
 * A page and its JSON are one answer, so they are recorded alike. What its reader has just typed is not recorded.
 *
 * @param things the ids of the reports, drafts, visits and matters whose words are shown; without any there is no entry
 * @param list the name of what shows them, unless that is the first of them itself
 * @example viewed(['a_1', 'a_2'], 'matters hiep-hoa') //=> [{ kind: 'viewed', of: 'matters hiep-hoa: a_1, a_2' }]
 */
export function viewed(things: readonly string[], list?: string): readonly ToRecord[] {
  const ids = [...new Set(things)];
  if (ids.length === 0) return [];
  const head = list === undefined ? '' : `${list}: `;
  return [{ kind: 'viewed', of: `${head}${inShort(ids)}` }];
}

/** All ids; or as many as there is room for, how many more there are, and the digest of all. */
function inShort(ids: readonly string[]): string {
  const whole = ids.join(', ');
  if (whole.length <= LONGEST) return whole;
  let length = 0;
  const named = ids.filter((id) => {
    length += id.length + 2;
    return length <= LONGEST;
  });
  return `${named.join(', ')} and ${ids.length - named.length} more, sha256 of all: ${digestOf(ids)}`;
}
