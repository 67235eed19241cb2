import { problemSentences, problemTitles } from '#shared/access/texts/problems.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { scoresOf } from '#shared/judging/scores.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths } from '#shared/period.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { Revision } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { taskWords } from '#shared/reports/tasks.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { fullName } from '#shared/units/units.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { aReport, day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, month, revisionsOf } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { amended, returned, submitted } from '#test/web/reports/full-report.ts';
import { targetProgress } from '#test/web/targets/target-models.tsx';
import { visit } from '#test/web/visits/sample-visit.ts';
import type { PageContext } from '#web/context.ts';
import { ReceiptPage } from '#web/reports/receipt-page.tsx';
import { ReportPage } from '#web/reports/report-page.tsx';
import { type MonthResult, ResultsPage } from '#web/reports/results-page.tsx';

/** A report's page as a reader with these rights sees it. */
export function reportPage(context: PageContext, revision: Revision, history: readonly Revision[], rights = true) {
  const may = { amend: rights, return: rights, confirm: rights, ask: false, answer: false };
  return (
    <ReportPage
      context={context}
      revision={revision}
      history={history}
      regime={requireRegime(month)}
      judgement={judgeMeeting(revision.report, requireRegime(month))}
      scores={scoresOf(revision.report, requireRegime(month), [])}
      beside={{ next: { name: `${fullName(cell)}, 04/11/2025`, path: `/reports/${submitted.id}` } }}
      visits={[{ id: visit.id, gaps: scoreDifferences(visit, revision.report) }]}
      taskWords={taskWords(revision.report, [])}
      receipt={receiptOf(revision)}
      cellName={fullName(cell)}
      communeName={fullName(commune)}
      month={month}
      late={false}
      may={may}
    />
  );
}

const nothing = { amend: false, return: false, confirm: false, ask: false, answer: false } as const;
const reviewer = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const asked: AnsweredAsk = {
  ...{ id: submitted.id, number: 1, at: '2025-12-12T02:00:00.000Z', reason: 'Đếm sót một đồng chí' },
  by: { user: 'thanh-van', role: 'commune', unit: commune.id },
};

/** The months of some reports, and one without any. */
function resultsOf(revisions: readonly Revision[]): MonthResult[] {
  const found = revisions.map(({ id, report }, at): MonthResult => {
    const judgement = judgeMeeting(report, requireRegime(month));
    return {
      month: addMonths(month, -at),
      closed: true,
      reported: true,
      flags: judgement.flags,
      regular: { id, judgement },
    };
  });
  return [...found, { month: addMonths(month, -found.length), closed: true, reported: false, flags: ['missing'] }];
}

/** A report in each of its states, and the page that finds one by its receipt. */
export function reportModels({ inCell, inCommune, inGroup, inDistrict }: Contexts): Examples {
  const minimal = revise(undefined, { ...submitted, report: aReport({ cell: cell.id, date: day('2025-11-03') }) });
  const demo = communeCells.flatMap((each) => revisionsOf(each))[0] as Revision;
  return {
    'report-just-sent': () => (
      <ReportPage
        {...reportPage(inCommune, submitted, [submitted]).props}
        just="stored"
        next={{ cell, missing: 12 }}
        late={false}
      />
    ),
    'report-returned': () => reportPage(inCell, returned, [submitted, returned], false),
    'report-amended': () => reportPage(inDistrict, amended, [submitted, returned, amended]),
    'report-minimal': () => reportPage(inGroup, minimal, [minimal], false),
    'report-demo': () => reportPage(inCommune, demo, [demo]),
    'report-reason-lacks': () => (
      <ReportPage
        {...reportPage(inDistrict, submitted, [submitted]).props}
        typed={{ action: 'return', reason: ' ', 'review.guiding': '9', 'reviewReason.guiding': 'Chưa sát' }}
        errors={[
          { field: 'reason', code: 'required' },
          { field: 'review.guiding', code: 'not-points', params: { max: 20, step: 0.5 } },
        ]}
        late={true}
      />
    ),
    'report-late-decision': () => (
      <ReportPage
        {...reportPage(inDistrict, returned, [submitted, returned], false).props}
        may={nothing}
        typed={{ action: 'confirm', reason: 'Đã đối chiếu sổ biên bản', 'reviewReason.guiding': 'Chưa sát' }}
        stale
      />
    ),
    'report-undecidable': () => (
      <ReportPage
        {...reportPage(inGroup, submitted, [submitted], false).props}
        may={nothing}
        typed={{ action: 'confirm', reason: 'Đã dự' }}
        refused={{
          title: problemTitles[inGroup.lang]['not-attended'],
          sentence: problemSentences[inGroup.lang]['not-attended'],
        }}
      />
    ),
    'report-ask': () => (
      <ReportPage
        {...reportPage(inCommune, amended, [submitted, amended], false).props}
        may={{ ...nothing, ask: true }}
        asks={[
          {
            ...asked,
            answer: { kind: 'refused', by: reviewer, at: '2025-12-13T02:00:00.000Z', reason: 'Số liệu đúng' },
          },
        ]}
        typed={{ action: 'ask', reason: ' ' }}
        errors={[{ field: 'reason', code: 'required' }]}
      />
    ),
    'report-asked': () => (
      <ReportPage
        {...reportPage(inDistrict, amended, [submitted, amended]).props}
        may={{ ...nothing, return: true, confirm: true, answer: true }}
        asks={[asked]}
        reopened={1}
        typed={{ action: 'refuse', ask: '1', reason: '' }}
        errors={[{ field: 'reason', code: 'required' }]}
        staleAsk
      />
    ),
    'report-granted': () => (
      <ReportPage
        {...reportPage(inCommune, amended, [submitted, amended]).props}
        asks={[
          { ...asked, answer: { kind: 'granted', by: reviewer, at: '2025-12-13T02:00:00.000Z', reason: 'Đếm lại' } },
        ]}
        isOpen
      />
    ),
    results: () => (
      <ResultsPage
        context={inCell}
        cell={{ id: cell.id, name: fullName(cell) }}
        beside={{ previous: { name: 'chi bộ thôn An Cập', path: '/results/hiep-hoa.thanh-van.thanh-an' } }}
        results={resultsOf([minimal, demo])}
        year={yearOf(month)}
        progress={targetProgress}
      />
    ),
    receipt: () => <ReceiptPage context={inCommune} />,
    'receipt-unknown': () => <ReceiptPage context={inCommune} number="2511-0000-0000" />,
    'receipt-current': () => (
      <ReceiptPage
        context={inCommune}
        number={receiptOf(amended)}
        found={{ revision: amended, isCurrent: true, cellName: fullName(cell) }}
      />
    ),
    'receipt-superseded': () => (
      <ReceiptPage
        context={inCommune}
        number={receiptOf(submitted)}
        found={{ revision: submitted, isCurrent: false, cellName: fullName(cell) }}
      />
    ),
  };
}
