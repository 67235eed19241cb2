import type { Block } from '#shared/documents/block.ts';
import type { Meeting } from '#shared/documents/meeting.ts';
import { minutesOf } from '#shared/documents/minutes.ts';
import { resolutionOf } from '#shared/documents/resolution.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';
import { aReport, day } from '#test/shared/samples.ts';

/** Every vowel with every tone, in both cases. */
const allMarks = [...'aăâeêioôơuưy']
  .map(
    (vowel) =>
      vowel +
      ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')).join(''),
  )
  .join(' ');
const words = `Vận động 12 hộ hiến 2.100 m² đất; đường trục thôn ${allMarks} ${allMarks.toLocaleUpperCase('vi')} đĐ <&> "trích"`;
const many = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));

const shortReport = aReport();
const longReport = aReport({
  date: day('2026-10-03'),
  startTime: '23:30',
  attendedBy: 'both',
  speakers: 9,
  selfCriticism: 'yes',
  late: 1,
  focus: many(12, (at) => `${at + 1}. ${words}`).join('\n'),
  resolutionText: many(20, (at) => `Việc ${at + 1}: ${words}`).join('\n'),
  tasks: many(20, (at) => ({
    what: `Nhiệm vụ ${at + 1}: ${words}`,
    who: 'Chi ủy viên phụ trách dân vận',
    due: day('2026-10-28'),
    row: at + 1,
  })),
  followUps: many(20, (at) => ({ task: `Việc cũ ${at + 1}: ${words}`, status: 'done' as const })),
  matters: many(10, (at) => ({
    topic: 'DD' as const,
    summary: `Kiến nghị ${at + 1}: ${words}`,
    severity: 'high' as const,
    proposal: 'Đề nghị đo đạc lại',
  })),
  deductionNote: 'Còn vắng nhiều.',
});

/** A meeting as its documents are made of it, by the norms and the layout of its month. */
export function meetingOf(report: Report, changes: Partial<Meeting> = {}): Meeting {
  const month = monthOf(report.date);
  return {
    report,
    judgement: judgeMeeting(report, requireRegime(month)),
    cellName: 'Chi bộ thôn Thanh Bình',
    communeName: 'xã Thanh Vân',
    taskWords: new Map(),
    layout: letterheadIn(month).layout,
    ...changes,
  };
}

/** The documents by which every way to write them is tried: short and long, of 2021 and of 2026. */
export const documents: readonly (readonly [string, Meeting, readonly Block[]])[] = (
  [
    ['short, 2021', meetingOf(shortReport)],
    ['short, 2026', meetingOf(aReport({ date: day('2026-06-03') }), { number: 5 })],
    ['long, 2026', meetingOf(longReport, { number: 12 })],
  ] as const
).flatMap(([name, meeting]) => [
  [`minutes, ${name}`, meeting, minutesOf(meeting)] as const,
  [`resolution, ${name}`, meeting, resolutionOf(meeting, 'resolution')] as const,
  [`conclusion, ${name}`, meeting, resolutionOf(meeting, 'conclusion')] as const,
]);
