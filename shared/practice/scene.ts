import { type MatterEvent, matterIdOf, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import type { RegimeChoice } from '#shared/norms/regimes.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addMonths, type Day, type Instant, type Month } from '#shared/period.ts';
import { type Practice, practiceCell, practiceMonth } from '#shared/practice/practice.ts';
import { type Report, type Revision, reportIdOf } from '#shared/reports/report.ts';
import type { Step } from '#shared/reports/revise.ts';
import { communeOf } from '#shared/units/units.ts';

const dayOf = (month: Month, day: number) => `${month}-${String(day).padStart(2, '0')}` as Day;

/** What the made-up commune has said of the first concern of the scene. */
const ANSWER = 'Xã đã giao cán bộ địa chính đến đo lại trong tuần và trả lời bằng văn bản (việc đặt ra để tập).';

/**
 * The made-up cell's last meeting, in words of our own: it gave tasks of which one is overdue, it raised two concerns, and
 * its score sheet lost points. So the month that is tried has something to follow up, to answer and to do better.
 *
 * @param choices the rules by which the reader's own district judges
 */
export function sceneReport(practice: Practice, choices?: readonly RegimeChoice[]): Step {
  const month = practiceMonth(practice);
  const last = addMonths(month, -1);
  const judged = criteriaOf(requireRegime(last, choices)).filter(({ how }) => how === 'judged');
  const report: Report = {
    ...{ cell: practiceCell, date: dayOf(last, 3), kind: 'regular', startTime: '19:30', durationMinutes: 75 },
    ...{ fullMembers: 20, probationaryMembers: 1, exempt: 1, temporarilyExempt: 0, away: 0 },
    ...{ suspended: 0, specialDuty: 0, joining: 0, present: 16, excused: 3, unexcused: 1, late: 1 },
    ...{ committeeMet: 'yes', oriented: 'yes', papersSent: 'no', stepsFollowed: 'yes', previousReviewed: 'yes' },
    focus: 'Dọn tuyến mương và trồng cây khu nhà văn hóa (việc đặt ra để tập)',
    ...{ speakers: 4, selfCriticism: 'no', notesTaken: 'yes', minutesKept: 'yes', resolution: 'resolution' },
    resolutionText: 'Dọn xong tuyến mương, trồng 30 cây trước mùa mưa (việc đặt ra để tập)',
    ...{ targetsSet: 3, targetsMet: 2 },
    tasks: [
      { what: 'Dọn 200 m mương phía đông (việc đặt ra để tập)', who: 'Chi hội trưởng phụ nữ', due: dayOf(last, 20) },
      { what: 'Trồng 30 cây quanh nhà văn hóa (việc đặt ra để tập)', who: 'Bí thư chi đoàn', due: dayOf(month, 28) },
      { what: 'Lập danh sách hộ cần giúp vốn (việc đặt ra để tập)', who: 'Phó Bí thư chi bộ', due: dayOf(month, 25) },
    ],
    followUps: [],
    matters: [
      { topic: 'DD', severity: 'medium', summary: 'Mốc ranh giới khu đất công bị xê dịch (việc đặt ra để tập)' },
      { topic: 'MT', severity: 'low', summary: 'Xe thu gom rác hay đến muộn (việc đặt ra để tập)' },
    ],
    points: Object.fromEntries(judged.map(({ id, max }) => [id, Math.round(max * 0.8)])),
  };
  const by = { user: 'thang-tap', role: 'cell', unit: practiceCell } as const;
  return { state: 'submitted', report, by, at: `${dayOf(last, 4)}T02:00:00.000Z` };
}

/** The concerns that reports of the made-up cell raise; the commune has answered the first one of the scene. */
export function sceneMatters(reports: readonly Revision[], practice: Practice): TrackedMatter[] {
  const scene = reportIdOf(sceneReport(practice).report);
  const answered: Instant = `${dayOf(addMonths(practiceMonth(practice), -1), 24)}T02:00:00.000Z`;
  const by = { user: 'thang-tap', role: 'commune', unit: communeOf(practiceCell) } as const;
  return reports.flatMap((revision) =>
    revision.report.matters.map((said, at) => {
      const raised: MatterEvent = { kind: 'raised', said, by: revision.by, at: revision.firstReceivedAt };
      const answer: MatterEvent = { kind: 'settle', answer: ANSWER, by, at: answered };
      const isAnswered = revision.id === scene && at === 0;
      return matterOf(matterIdOf(revision.id, at + 1), isAnswered ? [raised, answer] : [raised]);
    }),
  );
}
