import type { Block } from '#shared/documents/block.ts';
import {
  attendanceWords,
  beginning,
  type Meeting,
  paragraphs,
  previousResults,
  ROOM,
  SHORT_ROOM,
  shareWords,
  signature,
  taskTable,
} from '#shared/documents/meeting.ts';
import { longDay, numberWords } from '#shared/documents/party-words.ts';
import { attachedSheet, gradeSentence } from '#shared/documents/score-sheet.ts';
import { formatNumber } from '#shared/language/format.ts';
import { attendances, committeeAnswers, kinds, resolutions, yesNo } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { topics } from '#shared/reports/topics.ts';

/** What minutes are called, and the signs of their number. */
const MINUTES = { kind: 'BIÊN BẢN', signs: 'BB' } as const;

/**
 * The minutes of a meeting, with room for all that stands on paper only: names, reasons of absence, who spoke, the vote.
 *
 * The parts are those of minutes in use (DOMAIN 2F): time and place, who was there, the course, the conclusion, the
 * score with the marked sheet.
 */
export function minutesOf(meeting: Meeting): readonly Block[] {
  const { report, layout, number } = meeting;
  const own = numberWords(number, 'BB/CB', layout).replace(/^S/, 's');
  return [
    ...beginning(meeting, MINUTES),
    ...timeAndPlace(meeting),
    ...whoWasThere(meeting),
    ...course(meeting),
    ...conclusion(meeting),
    ...score(meeting),
    {
      text: `Biên bản được thông qua trước chi bộ; buổi sinh hoạt kết thúc lúc ${endWords(report)}, ${longDay(report.date, layout)}.`,
    },
    { left: signature('THƯ KÝ'), right: signature('CHỦ TRÌ'), signed: 'center' },
    ...attachedSheet(meeting, `(Kèm theo Biên bản ${own}, ${longDay(report.date, layout)})`),
  ];
}

function timeAndPlace({ report, cellName, communeName, layout }: Meeting): Block[] {
  const { startTime, durationMinutes, kind, date } = report;
  const from = startTime ? hourWords(startTime) : `${SHORT_ROOM} giờ ${SHORT_ROOM}`;
  return [
    { heading: 'I. THỜI GIAN, ĐỊA ĐIỂM' },
    {
      text: `${cellName}, Đảng bộ ${communeName} sinh hoạt ${kinds[kind].vi.toLowerCase()} từ ${from}, ${longDay(date, layout)}; thời lượng ${formatNumber(durationMinutes)} phút.`,
    },
    { text: `Địa điểm: ${ROOM}${ROOM}` },
  ];
}

function whoWasThere(meeting: Meeting): Block[] {
  const { report } = meeting;
  const { fullMembers, probationaryMembers, attendedBy } = report;
  const others = Object.entries(reportFields).flatMap(([name, field]) => {
    const count = 'adjusts' in field ? report[name as 'exempt'] : 0;
    return count > 0
      ? [`${field.label.vi.charAt(0).toLowerCase()}${field.label.vi.slice(1)}: ${formatNumber(count)}`]
      : [];
  });
  const superiors = attendedBy && attendedBy !== 'none' && attendances[attendedBy].vi;
  return [
    { heading: 'II. THÀNH PHẦN' },
    { text: `Chủ trì: đồng chí ${ROOM}, chức vụ: ${ROOM}` },
    { text: `Thư ký: đồng chí ${ROOM}` },
    {
      text: `Số đảng viên của chi bộ: ${formatNumber(fullMembers + probationaryMembers)} (chính thức ${formatNumber(fullMembers)}, dự bị ${formatNumber(probationaryMembers)})${others.map((each) => `; ${each}`).join('')}.`,
    },
    { text: attendanceWords(meeting) },
    ...(report.excused + report.unexcused > 0
      ? [{ text: 'Họ tên đảng viên vắng mặt, lý do:' }, { blank: Math.min(report.excused + report.unexcused, 6) }]
      : []),
    {
      text: `Cấp trên dự sinh hoạt: ${attendedBy === 'none' ? 'không có.' : `${superiors ? `${superiors}; ` : ''}đồng chí ${ROOM}`}`,
    },
    { text: `Khách mời: ${ROOM}${ROOM}` },
  ];
}

function course(meeting: Meeting): Block[] {
  const { report } = meeting;
  const { focus, focusSubjects: subjects = [], speakers, present, matters } = report;
  return [
    { heading: 'III. NỘI DUNG VÀ DIỄN BIẾN' },
    { heading: '1. Công tác chuẩn bị' },
    {
      text: `Họp chi ủy trước buổi sinh hoạt: ${answer(report.committeeMet, committeeAnswers)}; cấp ủy cấp trên định hướng nội dung: ${answer(report.oriented)}; gửi tài liệu trước ít nhất một ngày: ${answer(report.papersSent)}.`,
    },
    { heading: '2. Nội dung trọng tâm' },
    ...(subjects.length > 0 ? [{ text: `${subjects.map((each) => focusSubjects[each].vi).join('; ')}.` }] : []),
    ...paragraphs(focus, { blank: 3 }),
    { heading: '3. Kiểm điểm thực hiện nghị quyết kỳ trước' },
    { text: `Chi bộ kiểm điểm việc thực hiện nghị quyết kỳ trước: ${answer(report.previousReviewed)}.` },
    ...previousResults(meeting),
    { heading: '4. Ý kiến thảo luận' },
    {
      text: `Số đảng viên phát biểu: ${speakers === undefined ? SHORT_ROOM : shareWords(speakers, present)}. Tự phê bình và phê bình: ${answer(report.selfCriticism)}. Họ tên và nội dung phát biểu:`,
    },
    { blank: 6 },
    { heading: '5. Tâm tư, kiến nghị của đảng viên và nhân dân' },
    ...(matters.length === 0 ? [{ text: 'Không có kiến nghị được ghi trong báo cáo.' }] : matters.map(matterWords)),
  ];
}

function matterWords({ topic, summary, proposal, bypass }: Report['matters'][number], at: number): Block {
  const over = bypass === 'yes' ? ' Có khiếu kiện vượt cấp.' : '';
  const proposed = proposal ? ` Đề xuất: ${closed(proposal)}` : '';
  return { text: `${at + 1}) ${topics[topic].vi}: ${closed(summary)}${over}${proposed}` };
}

function conclusion(meeting: Meeting): Block[] {
  const { resolution, resolutionText } = meeting.report;
  return [
    { heading: 'IV. KẾT LUẬN, PHÂN CÔNG NHIỆM VỤ' },
    {
      text:
        resolution === 'none'
          ? 'Buổi sinh hoạt không ra nghị quyết, kết luận.'
          : `Chi bộ thông qua ${resolutions[resolution].vi.toLowerCase()}:`,
    },
    ...paragraphs(resolutionText, { blank: 3 }),
    { text: 'Phân công nhiệm vụ:' },
    taskTable(meeting),
    {
      text: `Biểu quyết: tán thành ${SHORT_ROOM} trên tổng số ${SHORT_ROOM}, đạt ${SHORT_ROOM}%; không tán thành ${SHORT_ROOM}; ý kiến khác ${SHORT_ROOM}`,
    },
  ];
}

function score(meeting: Meeting): Block[] {
  return [
    { heading: 'V. CHẤM ĐIỂM BUỔI SINH HOẠT' },
    { text: `${gradeSentence(meeting)} Phiếu chấm điểm kèm theo biên bản này.` },
    { text: 'Hạn chế và biện pháp khắc phục:' },
    { blank: 2 },
  ];
}

/** @param of blank answers leave room for the hand */
function answer(given: string | undefined, of: Readonly<Record<string, { readonly vi: string }>> = yesNo): string {
  return given === undefined ? SHORT_ROOM : (of[given]?.vi.toLowerCase() ?? given);
}

const closed = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** @example hourWords('07:30') //=> '07 giờ 30' */
function hourWords(time: string): string {
  return time.replace(':', ' giờ ');
}

/** When the meeting ended, if it is known when it began. */
function endWords({ startTime, durationMinutes }: Report): string {
  if (!startTime) return `${SHORT_ROOM} giờ ${SHORT_ROOM}`;
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  const end = (hour * 60 + minute + durationMinutes) % (24 * 60);
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(' giờ ');
}
