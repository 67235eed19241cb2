import { matchPath, type Path } from '#shared/access/routes.ts';
import { practiceCell } from '#shared/practice/practice.ts';
import { districtOf } from '#shared/units/units.ts';

const ROOT = '/practice' satisfies Path;
/** In an address an id stands after a slash, an equals sign or the encoding of one. */
const namesPractice = new RegExp(`[/=]${districtOf(practiceCell)}[._]`);

/**
 * Where an address of a page leads while somebody practises. A page of the made-up cell has a twin below `/practice`, or
 * else leads back to where the way is listed; forms are sent to the twin; everything else is the real page.
 *
 * @param method `POST` where a form is sent there
 * @example practiceAddress('/prepare?cell=thang-tap.xa-tap.chi-bo-tap', 'GET') //=> '/practice/prepare?cell=thang-tap.xa-tap.chi-bo-tap'
 */
export function practiceAddress(address: string, method: 'GET' | 'POST'): string {
  if (address === ROOT || address.startsWith(`${ROOT}/`)) return address;
  const isOwn = namesPractice.test(address);
  if (!isOwn && method === 'GET') return address;
  const twin = `${ROOT}${address}`;
  if (matchPath(method, twin.split('#')[0] as string)) return twin;
  return isOwn ? ROOT : address;
}
