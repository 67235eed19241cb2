import type { JudgedReport } from '#functions/web/reports/load-report.ts';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import { submissionOf } from '#shared/reports/submission.ts';
import { withRows } from '#shared/reports/task-rows.ts';

/** A report as the HTTP interface returns it. The schema of `report` is `web/public/assets/report.schema.json`. */
export function reportJson({ revision: newest, history, judgement, scores, late }: JudgedReport): unknown {
  const { id, revision, state, report, firstReceivedAt } = newest;
  const { gatedBy, ...judged } = judgement;
  return {
    id,
    revision,
    state,
    receipt: receiptOf(newest),
    late,
    receivedAt: submissionOf(history).at,
    firstReceivedAt,
    report: withRows(report),
    judgement: { ...judged, criteria: criteriaJson(judged.criteria), ...(gatedBy && { heldBack: gatedBy }) },
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
