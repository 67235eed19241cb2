import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { type LoadVisitsDeps, loadVisits } from '#functions/web/visits/load-visits.ts';
import { communesIn, holds, seeingBefore, type Viewer } from '#shared/access/can.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, endOfMonth, type Instant, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { mattersIn } from '#shared/scorecards/count-matters.ts';
import { committeeOf } from '#shared/units/letterheads.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { groupMemoOf } from '#shared/visits/group-memo.ts';
import { memoTexts } from '#shared/visits/texts/memo.ts';
import { MemoPage } from '#web/visits/memo-page.tsx';

export interface MemoDeps extends LoadVisitsDeps {
  readonly directory: LoadVisitsDeps['directory'] & Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'all'>;
}

/** Shows what a working group tells the committee of a month. Matters are shown as they were at the month's end. */
export const showMemo: Action<MemoDeps> = async (request, deps) => {
  const { viewer, query, lang, now } = request;
  if (viewer.role === 'commune') return problem('not-allowed', lang);
  const month = parseMonth(query['month'] ?? monthAt(now));
  const isTold = month && month <= monthAt(now) && findRegime(month);
  const loaded = isTold && (await loadVisits(request, month, deps));
  if (!loaded) return problem('not-found', lang);
  const { group, district } = loaded;
  const communes = loaded.communes.map(({ commune }) => commune);
  const until = month === monthAt(now) ? now : endOfMonth(month);
  const held = await Promise.all(communes.map((commune) => loadMatters(viewer, commune, month, now, deps)));
  const memo = groupMemoOf(
    loaded,
    mattersIn(
      month,
      held.flatMap(({ matters }) => matters),
      until,
    ),
    until,
  );
  const names = new Map(
    [...held.flatMap(({ units }) => units), ...loaded.units].map((unit) => [unit.id, fullName(unit)]),
  );
  const told = [
    ...memo.heard.flatMap(({ matters }) => matters),
    ...[...memo.asked, ...memo.undone].map((row) => row.matter),
  ];
  return {
    status: 200,
    of: { unit: viewer.unit, page: memoTexts[lang].title },
    json: { group: group.number, month, until, ...memo },
    audit: viewed(
      told.map(({ id }) => id),
      `memo ${district.id} ${group.number} ${month}`,
    ),
    page: (context) => (
      <MemoPage
        context={context}
        group={group}
        committee={committeeOf(fullName(district))}
        month={month}
        {...(findRegime(addMonths(month, -1)) && { previousMonth: addMonths(month, -1) })}
        {...(month < monthAt(now) && { nextMonth: addMonths(month, 1) })}
        until={until}
        communes={communes.map((commune) => fullName(commune))}
        hidden={communes.filter((_, at) => !held[at]?.isSeen).map((commune) => fullName(commune))}
        memo={memo}
        nameOf={(unit) => names.get(unit) ?? unit}
        whole={query['rows'] === 'all'}
      />
    ),
  };
};

/** The matters that a commune had in a month and that the viewer may see: they go with whoever has the commune now. */
async function loadMatters(
  viewer: Viewer,
  commune: Unit,
  month: Month,
  now: Instant,
  { directory, matters }: MemoDeps,
): Promise<{ isSeen: boolean; matters: readonly TrackedMatter[]; units: readonly Unit[] }> {
  const { things, units } = await heldThings(commune.id, month, matters.all, directory);
  const today = monthAt(now);
  const scope = viewer.assigned ? communesIn(today, viewer.assigned) : viewer.scope;
  const seeing = seeingBefore({ ...viewer, scope }, units, today);
  return {
    isSeen: holds(seeing, commune.id),
    matters: things.filter(({ unit }) => holds(seeing, unit)),
    units,
  };
}
