import { describe, expect, it } from 'vitest';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import type { CriterionResult } from '#shared/judging/judgement.ts';
import type { Reason } from '#shared/judging/reason.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';

const line = (why: Reason, more: Partial<CriterionResult> = {}): CriterionResult => ({
  id: 'duration',
  group: 'time',
  points: 1.5,
  max: 2,
  how: 'computed',
  why,
  ...more,
});

describe('why a line has its points, in Vietnamese and in English', () => {
  it.each<[Reason, string, string]>([
    [['longEnough', 95, 90, 0], 'Họp 95 phút, đạt mức tối thiểu 90 phút', 'Met for 95 min, at least 90 min required'],
    [
      ['tooShort', 5, 120, 30],
      'Thiếu 5 phút so với 120 phút của chi bộ từ 30 đảng viên',
      '5 min short of 120 min for a cell of 30 members or more',
    ],
    [
      ['session', 140, 150, 30],
      'Thường kỳ và chuyên đề họp liền trong một buổi, cộng 140 phút; cả hai phần cần ít nhất 150 phút ở chi bộ từ 30 đảng viên',
      'Regular and thematic meeting in one session, 140 min together; both parts need at least 150 min for a cell of 30 members or more',
    ],
    [['tooShort', 12, 90, 0], 'Thiếu 12 phút so với 90 phút', '12 min short of 90 min'],
    [
      ['present', 1799, 2000, 89.95, 90],
      'Có mặt 1.799/2.000 đảng viên (89,95%), điểm tối đa từ 90%',
      '1,799/2,000 members present (89.95%), full marks from 90%',
    ],
    [
      ['unexcused', 2],
      'Có 2 đảng viên vắng không lý do, nên chỉ được mức điểm thấp nhất',
      '2 absent without a reason; a single one leaves this line at its lowest',
    ],
    [
      ['spoke', 9, 18, 50, 50],
      '9/18 đảng viên dự họp phát biểu (50%), điểm tối đa từ 50%',
      '9/18 members present spoke (50%), full marks from 50%',
    ],
    [
      ['targets', 3, 4, 2, 3, 71.4, 90],
      'Nghị quyết kỳ trước đạt 3/4 chỉ tiêu, xong 2/3 nhiệm vụ, tính chung 5/7 (71,4%), điểm tối đa từ 90%',
      '3/4 targets met, 2/3 tasks done of the last resolution, together 5/7 (71.4%), full marks from 90%',
    ],
    [
      ['answers', ['committeeMet', 'oriented'], ['papersSent']],
      'Có họp chi ủy, định hướng của cấp trên; chưa có tài liệu gửi trước ít nhất một ngày',
      'With a committee meeting, orientation from above; without papers sent at least a day before',
    ],
    [['answers', [], ['minutesKept']], 'Chưa có biên bản', 'Without minutes'],
    [['judged'], 'Chi ủy, bí thư chi bộ chấm', 'Given by the cell’s committee or secretary'],
    [
      ['rescored', 2, 'Đã xem biên bản'],
      'Cấp trên chấm lại (chi bộ chấm 2 điểm), lý do: Đã xem biên bản',
      'Judged anew from above (the cell gave 2), reason: Đã xem biên bản',
    ],
    [
      ['rescored', undefined, 'x'],
      'Cấp trên chấm lại (chi bộ chưa chấm), lý do: x',
      'Judged anew from above (the cell gave none), reason: x',
    ],
    [['full', 'committee'], 'Chi bộ không có chi ủy, được tính đủ', 'The cell has no committee, full marks'],
  ])('%j', (why, vi, en) => {
    expect(reasonWords(line(why), reasons.vi)).toBe(`${vi}: 1,5/2 điểm`);
    expect(reasonWords(line(why), reasons.en)).toBe(`${en}: 1.5/2 points`);
  });

  it.each<[Reason, string, string]>([
    [
      ['noBase'],
      'Không có đảng viên phải dự, không có cơ sở tính',
      'Nobody was required to attend: nothing to count on',
    ],
    [['nobodyCame'], 'Không có đảng viên dự họp, không có cơ sở tính', 'Nobody attended: nothing to count on'],
    [
      ['unknown', ['stepsFollowed', 'speakers']],
      'Báo cáo còn để trống: đủ trình tự các bước, số đảng viên phát biểu',
      'Left blank in the report: all steps in order, members who spoke',
    ],
    [['notJudged'], 'Chưa được chấm', 'Not judged yet'],
  ])('%j has no points to tell of', (why, vi, en) => {
    const { points: _, ...without } = line(why);
    expect(reasonWords(without, reasons.vi)).toBe(vi);
    expect(reasonWords(without, reasons.en)).toBe(en);
  });

  it('a line that is out of the total says so alone', () => {
    const left = line(['left', 'thematic'], { points: 0, max: 0 });
    expect(reasonWords(left, reasons.vi)).toBe('Tháng không có sinh hoạt chuyên đề, không tính tiêu chí này');
    expect(reasonWords(left, reasons.en)).toBe('No thematic meeting this month, not counted');
  });

  it('a line to which another gave its points says from where it was raised', () => {
    const raised = line(['judged'], { points: 12, max: 15, raisedFrom: 10 });
    expect(reasonWords(raised, reasons.vi)).toBe(
      'Chi ủy, bí thư chi bộ chấm, quy từ thang 10 lên thang 15: 12/15 điểm',
    );
    expect(reasonWords(raised, reasons.en)).toBe(
      'Given by the cell’s committee or secretary, raised from a scale of 10 to 15: 12/15 points',
    );
  });
});

it('JSON has the Vietnamese sentence, and nothing of how it came about', () => {
  const [json] = criteriaJson([line(['judged'], { points: 12, max: 15, raisedFrom: 10 })]);
  expect(JSON.stringify(json)).toBe(
    '{"id":"duration","points":12,"max":15,"how":"computed",' +
      '"why":"Chi ủy, bí thư chi bộ chấm, quy từ thang 10 lên thang 15: 12/15 điểm","group":"time"}',
  );
  const { points: _, ...without } = line(['notJudged']);
  expect(criteriaJson([without])[0]).not.toHaveProperty('points');
});
