import { randomFrom } from '#infra/demo/random.ts';
import { district } from '#infra/demo/units.ts';
import { type ActionEvent, actionIdOf, actionOf, type SeenFigure, type TrackedAction } from '#shared/actions/action.ts';
import { type Cause, causes } from '#shared/actions/causes.ts';
import { figureIn } from '#shared/actions/figures.ts';
import { addDays, addMonths, type Day, dayAt, type Instant, type Month, monthAt } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

const madeUp = '(Minh họa, không có thật.)';
const board = { user: 'district', role: 'district', unit: district.id } as const;

/** What is done about a figure, in this demonstration. */
const works: readonly (readonly [IndicatorId, string, string, Cause])[] = [
  [
    'preparation',
    'Chi ủy gửi nội dung cho đảng viên trước ba ngày; đảng ủy kiểm tra',
    'Phó Bí thư Thường trực Đảng ủy',
    'preparation',
  ],
  ['attendanceCells', 'Rà soát đảng viên đi làm xa, đổi giờ họp sang buổi tối', 'Bí thư Đảng ủy', 'away'],
  [
    'duration',
    'Mỗi buổi có một nội dung cụ thể để thảo luận, phân công người chuẩn bị',
    'Trưởng Ban Tuyên giáo Đảng ủy',
    'content',
  ],
];

/** Where, how many months ago it was opened, and what became of it. */
const made: readonly (readonly [string, number, 'closed' | 'overdue' | 'open'])[] = [
  ['mai-dinh', 7, 'closed'],
  ['chau-minh', 7, 'closed'],
  ['dong-lo', 6, 'closed'],
  ['huong-lam', 6, 'closed'],
  ['bac-ly', 3, 'overdue'],
  ['doan-bai', 3, 'overdue'],
  ['mai-trung', 2, 'open'],
  ['danh-thang', 2, 'open'],
  ['hop-thinh', 2, 'open'],
];

/**
 * Made-up actions on figures of the demonstration year, marked as such; the same scorecards give the same actions.
 *
 * @param official the district's official scorecards, oldest first
 */
export function demoActions(official: readonly Scorecard[], now: Instant): TrackedAction[] {
  return made.flatMap(([slug, ago, state], at) => {
    const unit = `${district.id}.${slug}`;
    const month = addMonths(monthAt(now), -ago);
    const scorecard = official.find((each) => each.month === month);
    const [indicator, what, who, cause] = works[at % works.length] as (typeof works)[number];
    const figure = figureIn(scorecard, unit, indicator);
    if (figure?.verdict !== 'missed') return [];
    const helper = scorecard?.groups.find(({ communes }) => communes.includes(unit));
    const opened = addMonths(month, 1);
    const due = state === 'open' ? addDays(dayAt(now), 30) : addDays(dayAt(now), -12);
    const plan = {
      what: `${what}. ${madeUp}`,
      who,
      cause,
      due: state === 'closed' ? onDay(addMonths(opened, 2), 28) : due,
      ...(helper && { group: helper.group }),
    };
    const why = `${causes[cause].vi}\nBuổi họp chưa được chuẩn bị từ đầu tháng\n${madeUp}`;
    const events: ActionEvent[] = [
      { kind: 'open', plan: { ...plan, why }, figure, proposed: true, by: board, at: noon(opened, 12) },
      ...progressOf(unit, addMonths(opened, 1), now),
      ...(state === 'closed' ? [closingOf(unit, indicator, addMonths(opened, 3), official)] : []),
    ];
    return [actionOf(actionIdOf({ unit, indicator, month }), events)];
  });
}

function progressOf(unit: UnitId, month: Month, now: Instant): ActionEvent[] {
  const random = randomFrom(`action ${unit}`);
  const of = random.between(8, 20);
  const by = { user: unit.slice(unit.indexOf('.') + 1), role: 'commune', unit } as const;
  const at = noon(month, 20);
  const counted = { done: random.between(2, of), of };
  return at < now ? [{ kind: 'progress', month, words: `Đã làm việc với các chi bộ. ${madeUp}`, counted, by, at }] : [];
}

/** It is closed in a month, by the figure of the month before. */
function closingOf(unit: UnitId, indicator: IndicatorId, month: Month, official: readonly Scorecard[]): ActionEvent {
  const figure: SeenFigure | undefined = figureIn(
    official.find((each) => each.month === addMonths(month, -1)),
    unit,
    indicator,
  );
  return {
    ...{ kind: 'close', words: `Đã thực hiện xong. ${madeUp}`, by: board, at: noon(month, 15) },
    ...(figure && { figure }),
    ...(figure?.verdict === 'missed' && { despite: `Đã làm đủ việc, tiếp tục theo dõi. ${madeUp}` }),
  };
}

function onDay(month: Month, day: number): Day {
  return `${month}-${String(day).padStart(2, '0')}` as Day;
}

function noon(month: Month, day: number): Instant {
  return `${onDay(month, day)}T05:00:00.000Z`;
}
