import type { Actor } from '#shared/access/session.ts';
import { dayAt, type Instant, type Month, monthOf } from '#shared/period.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';

/** A commune's word that a report of a closed month should be amended. Only ever added. */
export interface Ask {
  readonly id: ReportId;
  /** From 1 for each report. */
  readonly number: number;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
}

/** The district's word that a report stays as it is. */
export type Refusal = Ask;

/** What the district answered: it opened the month again, or it refused. */
export interface AskAnswer {
  readonly kind: 'granted' | 'refused';
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
}

export interface AnsweredAsk extends Ask {
  /** Absent while it waits. */
  readonly answer?: AskAnswer;
}

/**
 * The asks with their answers. Whoever opens the month again grants what was asked about it before; what came first
 * counts.
 *
 * @param refusals each has the number of its ask
 * @param reopenings of the report's month, oldest first
 */
export function answeredAsks(
  asks: readonly Ask[],
  refusals: readonly Refusal[],
  reopenings: readonly Pick<Ask, 'by' | 'at' | 'reason'>[],
): AnsweredAsk[] {
  return asks.map((ask) => {
    const refusal = refusals.find(({ id, number }) => id === ask.id && number === ask.number);
    const reopening = reopenings.find(({ at }) => at >= ask.at);
    const isRefused = refusal && !(reopening && reopening.at < refusal.at);
    const from = isRefused ? refusal : reopening;
    if (!from) return ask;
    const { by, at, reason } = from;
    return { ...ask, answer: { kind: isRefused ? 'refused' : 'granted', by, at, reason } };
  });
}

/** The month whose report it is about. */
export function monthOfAsk({ id, at }: Pick<Ask, 'id' | 'at'>): Month {
  return monthOf(parseReportId(id)?.date ?? dayAt(at));
}

/** The ask that waits for the district, if one does: there is one at a time. */
export function waitingAsk(asks: readonly AnsweredAsk[]): AnsweredAsk | undefined {
  return asks.find(({ answer }) => !answer);
}

/**
 * Whether a grant still lets the report be amended: nothing was stored of it since.
 *
 * @param newest the report's newest revision
 */
export function isGranted(asks: readonly AnsweredAsk[], newest: { readonly at: Instant }): boolean {
  return asks.some(({ answer }) => answer?.kind === 'granted' && answer.at >= newest.at);
}
