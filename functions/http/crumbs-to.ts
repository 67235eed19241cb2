import type { Answer } from '#functions/http/answer.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { nearestMonth } from '#shared/units/months-beside.ts';
import { communeOf, districtOf, fullName, isWithin, unitIn } from '#shared/units/units.ts';
import type { Crumb } from '#web/context.ts';

/**
 * The way to what a page is of, from the reader's own unit down. Each step leads to that unit's reports of the month; the
 * page itself is no link. Units beside the reader's own, which it has taken over, stand without a way down to them.
 */
export async function crumbsTo(
  { unit, month, page }: NonNullable<Answer['of']>,
  session: Session,
  { lang, now, path }: { readonly lang: Lang; readonly now: Instant; readonly path: string },
  directory: Pick<DirectoryStore, 'unit'>,
): Promise<Crumb[]> {
  const of = month ?? monthAt(now);
  const ids = [...new Set([districtOf(unit), communeOf(unit), unit])];
  const below = ids.filter((id) => id === unit || (isWithin(id, session.unit) && id !== session.unit));
  const found = await Promise.all([session.unit, ...below].map((id) => directory.unit(id).catch(() => undefined)));
  const units = found.flatMap((each) => each ?? []);
  const names = new Map(units.map((each) => [each.id, fullName(unitIn(of, each))]));
  const here = (to: string) => (to === path ? {} : { path: to });
  // A unit that has ended has its last board, and a new one its first.
  const standing = (id: string) =>
    nearestMonth(
      of,
      units.filter((each) => isWithin(id, each.id)),
    );
  const board = (id: string) => pathTo('/months/{month}', { month: standing(id) }, { unit: id });
  const home = session.role === 'group' ? `${roleLabels[lang].group} ${session.group ?? ''}` : names.get(session.unit);
  return [
    { name: home ?? session.unit, ...here(pathTo('/', {})) },
    ...below.filter((id) => id !== session.unit).map((id) => ({ name: names.get(id) ?? id, path: board(id) })),
    ...(month ? [{ name: formatMonth(month, lang), ...here(board(unit)) }] : []),
    ...(page ? [{ name: page }] : []),
  ];
}
