import { scoreMeeting } from '#shared/judging/judge-meeting.ts';
import type { ReasonWords } from '#shared/judging/reason.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { lackingVi } from '#shared/judging/texts/lacking-vi.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { requiredOf } from '#shared/reports/report.ts';
import { gradeLabels } from '#shared/reports/texts/states.ts';
import { lang, t } from '#web/client/page.ts';
import { SumWords } from '#web/reports/form/sum-line.tsx';

interface ScoreProps {
  readonly facts: Partial<ReportFigures>;
  readonly regime: SheetNorms;
}

/**
 * Shows how much is judged so far and with how many points, by the server's own rules; the grade once there is one; and why lines scored from figures miss points. The reasons are
 * always in Vietnamese, since the script has no room for another language, nor for the reasons of other lines.
 */
export function Score({ facts, regime }: ScoreProps) {
  if (!isJudgeable(facts)) return null;
  const { total, grade, criteria } = scoreMeeting(facts, regime);
  const [points, judged, reachable] = [total.points, total.max, total.reachable].map((each) =>
    formatNumber(each, lang),
  );
  const lacking = criteria.filter(({ how, points: own = Number.NaN, max }) => how === 'computed' && own < max);
  return (
    <>
      <SumWords>
        {t.score(points as string, judged as string, reachable as string)}
        {grade ? t.grade(gradeLabels[lang][grade]) : t.ungraded}
      </SumWords>
      {lacking.length > 0 && (
        <ul class="hint" lang="vi">
          {lacking.map((line) => (
            <li key={line.id}>{reasonWords(line, lackingVi as ReasonWords)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The rules need the length, the resolution and all members, and only valid numbers. */
function isJudgeable(facts: Partial<ReportFigures>): facts is ReportFigures {
  const { fullMembers, present = 0, excused, unexcused, durationMinutes, resolution, points = {} } = facts;
  return (
    [fullMembers, facts.present, excused, unexcused, durationMinutes, resolution].every((fact) => fact !== undefined) &&
    ![...Object.values(facts), ...Object.values(points)].some(Number.isNaN) &&
    present <= requiredOf(facts as ReportFigures)
  );
}
