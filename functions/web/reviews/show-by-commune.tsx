import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport, namedUnit, openedUnit } from '#functions/http/named.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { WaitingStore } from '#functions/store/waiting-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { byCount } from '#shared/reviews/waiting.ts';
import { isLargeUnit } from '#shared/scorecards/is-large-unit.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { communeOf, districtOf, type UnitId } from '#shared/units/units.ts';
import { ByCommunePage } from '#web/reviews/by-commune-page.tsx';

export interface ByCommuneStores {
  readonly scorecards: Pick<ScorecardStore, 'current'>;
  readonly waiting: Pick<WaitingStore, 'ofMonth'>;
}

/**
 * What waits for the board of a large district, commune by commune as the roll-up counted it; the list of one commune is
 * read as it stands. `undefined` for any other reader or unit: then the list itself is shown.
 */
export async function showByCommune(request: SignedIn, deps: ByCommuneStores): Promise<Answer | undefined> {
  const { query, viewer, now } = request;
  const id = openedUnit(viewer, query['unit']);
  const month = query['month'] === undefined ? monthAt(now) : parseMonth(query['month']);
  if (viewer.role !== 'district' || !id || id !== districtOf(id) || !month || month > monthAt(now)) return undefined;
  const scorecard = await deps.scorecards.current(id, month, { consistent: false });
  if (!scorecard || !isLargeUnit(scorecard)) return undefined;
  return ofOneCommune(request, month) ?? answerOf(scorecard, month, request, deps);
}

/** A report or a commune that is asked for stands in the commune's own list. */
function ofOneCommune({ query, viewer }: SignedIn, month: Month): Answer | undefined {
  const { unit: _, commune, group, ...rest } = query;
  const report = namedReport(viewer, 'review', query['report']);
  const unit = report ? communeOf(report.cell) : namedUnit(viewer, 'see', commune, month);
  if (!unit) return undefined;
  const kept = Object.entries(rest).filter((each): each is [string, string] => each[1] !== undefined);
  return seeOther(pathTo('/reviews', {}, { ...Object.fromEntries(kept), unit, month }));
}

async function answerOf(
  { unit, name, children, groups, status }: Scorecard,
  month: Month,
  { query, now }: SignedIn,
  { waiting }: ByCommuneStores,
): Promise<Answer> {
  const counts = new Map((await waiting.ofMonth(unit, month)).map((each) => [each.commune, each]));
  const group = groups.find((each) => String(each.group) === query['group']);
  const isMeant = (commune: UnitId) => !group || group.communes.includes(commune);
  const communes = children
    .filter((child) => isMeant(child.unit))
    .map((child) => ({ unit: child.unit, name: child.name, ...counts.get(child.unit) }))
    .sort(byCount);
  const counted = communes.flatMap(({ countedAt }) => countedAt ?? []).sort()[0];
  const total = communes.reduce((sum, { count = 0 }) => sum + count, 0);
  const next = addMonths(month, 1);
  return {
    status: 200,
    of: { unit, month },
    json: {
      ...{ unit, month, closed: status === 'official', waiting: total },
      ...(counted && { countedAt: counted }),
      communes: communes.map((each) => ({ unit: each.unit, name: each.name, waiting: each.count ?? null })),
    },
    page: (context) => (
      <ByCommunePage
        {...{ context, month, communes, total }}
        unit={{ id: unit, name }}
        {...(counted && { countedAt: counted })}
        {...(findRegime(addMonths(month, -1)) && { previousMonth: addMonths(month, -1) })}
        {...(next <= monthAt(now) && { nextMonth: next })}
      />
    ),
  };
}
