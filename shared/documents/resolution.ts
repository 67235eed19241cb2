import type { Block, Line } from '#shared/documents/block.ts';
import {
  attendanceWords,
  beginning,
  type Meeting,
  paragraphs,
  previousResults,
  ROOM,
  SHORT_ROOM,
  signature,
  taskTable,
} from '#shared/documents/meeting.ts';
import { longDay } from '#shared/documents/party-words.ts';
import { gradeSentence, headingTable } from '#shared/documents/score-sheet.ts';
import { formatNumber } from '#shared/language/format.ts';
import { kinds } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';

const decisions = {
  resolution: { kind: 'NGHỊ QUYẾT', signs: 'NQ', words: 'nghị quyết' },
  conclusion: { kind: 'KẾT LUẬN', signs: 'KL', words: 'kết luận' },
} as const;

/**
 * The resolution or the conclusion of a meeting, signed by the secretary on behalf of the cell; a cell has no seal. Its
 * parts are those of a form in use (DOMAIN 2F, Cẩm Lệ): what became of the last one, what is decided, who does it, the
 * score, the vote.
 */
export function resolutionOf(meeting: Meeting, decided: keyof typeof decisions): readonly Block[] {
  const { words } = decisions[decided];
  const { report, communeName, layout } = meeting;
  const receivers = [`- Đảng ủy ${communeName} (để báo cáo),`, '- Đảng viên trong chi bộ,', '- Lưu chi bộ.'];
  return [
    ...beginning(meeting, decisions[decided]),
    ...opening(meeting, words),
    { heading: 'I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT KỲ TRƯỚC' },
    ...previousResults(meeting),
    { heading: `II. NỘI DUNG ${words.toLocaleUpperCase('vi')}` },
    ...focusWords(meeting),
    ...paragraphs(report.resolutionText, { blank: 6 }),
    { heading: 'III. PHÂN CÔNG THỰC HIỆN' },
    taskTable(meeting),
    { heading: 'IV. CHẤM ĐIỂM BUỔI SINH HOẠT' },
    headingTable(meeting),
    { text: gradeSentence(meeting) },
    { heading: 'V. BIỂU QUYẾT' },
    {
      text: `Chi bộ biểu quyết: tán thành ${SHORT_ROOM} trên tổng số ${SHORT_ROOM}, đạt ${SHORT_ROOM}%. Đảng viên trong chi bộ có trách nhiệm thực hiện ${words} này.`,
    },
    {
      left: [
        { text: 'Nơi nhận:', underline: true },
        ...receivers.map((text): Line => ({ text, points: layout.points.small })),
      ],
      right: signature('T/M CHI BỘ', 'BÍ THƯ'),
      signed: 'left',
    },
  ];
}

function opening(meeting: Meeting, words: string): Block[] {
  const { report, cellName, layout } = meeting;
  return [
    {
      text: `${longDay(report.date, layout).replace(/^n/, 'N')}, ${cellName} sinh hoạt ${kinds[report.kind].vi.toLowerCase()}, thời lượng ${formatNumber(report.durationMinutes)} phút.`,
    },
    { text: attendanceWords(meeting) },
    { text: `Chủ trì: đồng chí ${ROOM}; thư ký: đồng chí ${ROOM}` },
    { text: `Sau khi thảo luận, chi bộ thông qua ${words} như sau:` },
  ];
}

function focusWords({ report: { focus, focusSubjects: subjects = [] } }: Meeting): Block[] {
  const named =
    subjects.length > 0
      ? [{ text: `Nhóm nội dung: ${subjects.map((each) => focusSubjects[each].vi).join('; ')}.` }]
      : [];
  return [...named, ...(focus ? paragraphs(`Nội dung trọng tâm: ${focus}`, { blank: 1 }) : [])];
}
