import type { LoadedReport } from '#functions/web/actions/load-report.ts';
import { receiptOf } from '#shared/receipt.ts';

/** A report as the HTTP seam gives it. */
export function reportJson(loaded: LoadedReport | undefined): unknown {
  if (!loaded) return undefined;
  const { revision: newest, history, judgement, scores, late } = loaded;
  const { id, revision, state, report } = newest;
  return {
    id,
    revision,
    state,
    receipt: receiptOf(newest),
    late,
    report,
    judgement,
    scores,
    revisions: history.map(({ revision, state, by, at, filledAt, reason }) => ({
      revision,
      state,
      by,
      at,
      filledAt,
      reason,
    })),
  };
}
