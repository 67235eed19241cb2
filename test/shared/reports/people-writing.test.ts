import { describe, expect, it } from 'vitest';
import { findRegime } from '#shared/norms/regimes.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { aReport, day, month } from '#test/shared/samples.ts';

const setting = { today: day('2021-02-27'), month: month('2021-02'), norms: findRegime };
/** 20 are required, 17 are present. */
const typed = toTyped(aReport());

const read = (changes: Record<string, string>) => parseReport({ ...typed, ...changes }, setting);
const mistakes = (changes: Record<string, string>) => {
  const result = read(changes);
  const all = { ...typed, ...changes };
  return result.ok ? [] : result.errors.map((error) => `${error.field}: ${mistakeAt(error, 'vi', all)}`);
};

it('a report in people’s own writing is the same report', () => {
  const asShown = read({
    startTime: '19:30',
    durationMinutes: '90',
    'tasks[0].what': 'Họp thôn',
    'tasks[0].due': '15/03/2021',
  });
  const asWritten = read({
    ...{ date: '3.2', startTime: '19 giờ 30', durationMinutes: '1h30', present: '17/20', excused: '3 đ/c' },
    ...{ 'tasks[0].what': 'Họp thôn', 'tasks[0].due': '15/3' },
  });
  expect(asShown.ok).toBe(true);
  expect(asWritten).toEqual(asShown);
});

describe('what is doubtful', () => {
  it('is asked back with what was understood', () => {
    expect(mistakes({ date: '0302' })).toEqual(['date: “0302” đã hiểu là 03/02/2021; đúng không? Đúng thì gửi lại.']);
  });

  it('is asked where a part and its whole differ', () => {
    const says = (writing: string) => [`present: Ghi “${writing}”, nhưng theo các mục khác tổng là 20.`];
    expect(mistakes({ present: '17/18' })).toEqual(says('17/18'));
    expect(mistakes({ present: '17 (95%)' })).toEqual(says('17 (95%)'));
    expect(mistakes({ present: '17 (85%)' })).toEqual([]);
  });

  it('is asked where the whole stands nowhere else', () => {
    expect(mistakes({ targetsSet: '', targetsMet: '3/4' })).toEqual([
      'targetsSet: “3/4” đã hiểu là 4; đúng không? Đúng thì gửi lại.',
    ]);
  });

  it('is refused where a count is part of nothing', () => {
    expect(mistakes({ exempt: '1/2' })).toEqual(['exempt: Cần nhập một số nguyên từ 0 trở lên, ví dụ 18.']);
  });
});

it.each([
  [{ excused: '' }, 'excused: Nhập số đảng viên vắng có lý do (không có thì nhập 0).'],
  [{ date: '31/02' }, 'date: Đề nghị nhập ngày họp theo dạng ngày/tháng/năm, ví dụ 03/02/2021.'],
  [
    { 'tasks[0].what': 'Họp', 'tasks[0].due': 'sớm' },
    'tasks[0].due: Đề nghị nhập hạn hoàn thành theo dạng ngày/tháng/năm, ví dụ 03/02/2021.',
  ],
  [{ 'followUps[3].task': 'Nạo vét kênh' }, 'followUps[3].status: Chọn kết quả của việc “Nạo vét kênh”.'],
  [
    { 'followUps[3].task': 'hiep-hoa.thanh-van.chua_2021-01-03_regular_1' },
    'followUps[3].status: Chọn kết quả của việc 4.',
  ],
  [
    { 'followUps[3].task': 'Nạo vét kênh', 'followUps[3].status': 'dropped' },
    'followUps[3].reason: Nhập lý do thôi thực hiện việc “Nạo vét kênh”.',
  ],
  [{ 'matters[0].topic': 'DD', 'matters[0].severity': 'low' }, 'matters[0].summary: Nhập nội dung phản ánh.'],
])('a mistake names its thing: %j', (changes: Record<string, string>, says) => {
  expect(mistakes(changes)).toEqual([says]);
});
