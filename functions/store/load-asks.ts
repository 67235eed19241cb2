import type { AskStore } from '#functions/store/ask-store.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';
import { type AnsweredAsk, answeredAsks, monthOfAsk } from '#shared/reports/ask.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface AskListDeps {
  readonly asks: Pick<AskStore, 'ofUnit'>;
  readonly reopenings: Pick<ReopeningStore, 'months'>;
}

/** How many days an answer stays on the home of whoever asked. */
const DAYS_ANSWERED = 14;

/** What was asked about reports of a unit's closed months and waits, or was answered lately; what waits first. */
export async function loadAsks(unit: UnitId, now: Instant, deps: AskListDeps): Promise<AnsweredAsk[]> {
  const { asks, refusals } = await deps.asks.ofUnit(unit);
  if (asks.length === 0) return [];
  const reopenings = await deps.reopenings.months(districtOf(unit));
  const since = addDays(dayAt(now), -DAYS_ANSWERED);
  return asks
    .flatMap((ask) => {
      const month = monthOfAsk(ask);
      return answeredAsks(
        [ask],
        refusals,
        reopenings.filter((each) => each.month === month),
      );
    })
    .filter(({ answer }) => !answer || dayAt(answer.at) >= since)
    .sort((a, b) => Number(a.answer !== undefined) - Number(b.answer !== undefined) || (a.at < b.at ? -1 : 1));
}
