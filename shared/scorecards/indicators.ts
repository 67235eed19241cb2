import type { Bilingual } from '#shared/language/lang.ts';
import type { Regime, Target } from '#shared/norms/regimes.ts';
import { endsQuarter, type Month } from '#shared/period.ts';
import type { Counter } from '#shared/scorecards/tally.ts';

interface Parts {
  readonly numerator: Counter | readonly Counter[];
  readonly denominator: Counter | readonly Counter[];
}

export interface IndicatorRule extends Parts {
  /** The figure is not counted before the month in which it falls due. */
  readonly target?: (regime: Regime, month: Month) => Target | undefined;
  /** `mean`: the quotient, in hundredths; `count`: only the numerator matters; otherwise a share in percent. */
  readonly as?: 'mean' | 'count';
  /** Of a figure with a target: which cells reports may still change, and what of its parts rests on these. */
  readonly pending?: Partial<Parts> & {
    readonly cells: readonly Counter[];
    /** The figure counts people, and how many a cell will add is not known. */
    readonly size?: 'unknown';
  };
  /** A state at a month's end: over several months the last one counts, and they are not added. */
  readonly at?: 'end';
  /** Counted since the quarter began: it is compared with the same month of the quarter before. */
  readonly since?: 'quarter';
}

/** The headings under which the workbook lists a unit's figures. */
export type Section = 'reporting' | 'meetings' | 'conduct' | 'preparation' | 'scores' | 'superiors' | 'tasks';

/** The bands of columns in the workbook's tables of units; `functions/scorecards/formats/unit-columns.ts` lays them out. */
export type BandId = Section | 'attendance' | 'support' | 'settling';

/** A figure: how it is counted, its name, and where it is shown apart from the list of all figures of a unit. */
interface IndicatorEntry {
  readonly rule: IndicatorRule;
  readonly label: Bilingual;
  readonly shown: {
    readonly section: Section;
    /** Its heading in the lists of communes, cells and groups on pages and in the PDF. */
    readonly column: Bilingual | 'none';
    /** The columns that show it in the workbook's lists of them. */
    readonly band: BandId | 'none';
  };
}

const all = (): Target => ({ comparison: '>=', percent: 100 });
const reported = ['onTime', 'late'] as const;
/** Cells whose report may still come. */
const awaited = ['notDue', 'overdue'] as const;
/** Cells whose regular report may still come, or come again. */
const unsettled = [...awaited, 'regularAwaited', 'returned'] as const;

/** Every figure of a scorecard, in the order in which it is shown. */
export const indicatorTable = {
  reported: {
    rule: {
      numerator: reported,
      denominator: 'due',
      target: all,
      pending: { cells: awaited, denominator: awaited },
    },
    label: { vi: 'Chi bộ đã báo cáo', en: 'Cells that reported' },
    shown: { section: 'reporting', column: { vi: 'Báo cáo', en: 'Reported' }, band: 'reporting' },
  },
  onTime: {
    rule: {
      numerator: 'onTime',
      denominator: 'due',
      target: all,
      pending: {
        cells: ['notDue', 'onTimeSoFar'],
        numerator: 'onTimeSoFar',
        denominator: ['notDue', 'onTimeSoFar'],
      },
    },
    label: { vi: 'Báo cáo đúng hạn', en: 'Reports on time' },
    shown: { section: 'reporting', column: { vi: 'Đúng hạn', en: 'On time' }, band: 'reporting' },
  },
  late: {
    rule: { numerator: 'late', denominator: 'due' },
    label: { vi: 'Báo cáo nộp chậm', en: 'Reports late' },
    shown: { section: 'reporting', column: 'none', band: 'reporting' },
  },
  notDue: {
    rule: { numerator: 'notDue', denominator: 'due' },
    label: { vi: 'Chi bộ chưa đến hạn báo cáo', en: 'Cells whose report is not due yet' },
    shown: { section: 'reporting', column: 'none', band: 'reporting' },
  },
  missing: {
    rule: { numerator: ['overdue', 'silent'], denominator: 'due' },
    label: { vi: 'Chi bộ quá hạn không có báo cáo', en: 'Cells without a report after the deadline' },
    shown: { section: 'reporting', column: 'none', band: 'reporting' },
  },
  met: {
    rule: {
      numerator: 'held',
      denominator: [...reported, 'silent'],
      target: all,
      pending: { cells: [...awaited, 'regularAwaited'], denominator: 'regularAwaited' },
    },
    label: { vi: 'Chi bộ có sinh hoạt thường kỳ', en: 'Cells that held a regular meeting' },
    shown: { section: 'meetings', column: { vi: 'Thường kỳ', en: 'Regular' }, band: 'meetings' },
  },
  attendance: {
    rule: {
      numerator: 'present',
      denominator: 'required',
      target: (regime) => regime.attendance,
      pending: { cells: unsettled, size: 'unknown' },
    },
    label: { vi: 'Đảng viên dự sinh hoạt', en: 'Members present' },
    shown: { section: 'meetings', column: { vi: 'Dự họp', en: 'Present' }, band: 'attendance' },
  },
  attendanceCells: {
    rule: {
      numerator: 'attendanceMet',
      denominator: ['attendanceBase', 'silent'],
      target: all,
      pending: { cells: unsettled, numerator: 'returned:attendanceMet', denominator: 'returned:attendanceBase' },
    },
    label: { vi: 'Chi bộ đạt tỷ lệ dự', en: 'Cells at the attendance target' },
    shown: { section: 'meetings', column: { vi: 'Đạt tỷ lệ dự', en: 'At target' }, band: 'attendance' },
  },
  attendanceRate: {
    rule: { numerator: 'attendanceRateMet', denominator: 'attendanceBase' },
    label: { vi: 'Trong đó: đạt tỷ lệ phần trăm', en: 'Of these: with the share present' },
    shown: { section: 'meetings', column: 'none', band: 'none' },
  },
  nobodyUnexcused: {
    rule: { numerator: 'nobodyUnexcused', denominator: 'attendanceBase' },
    label: { vi: 'Trong đó: không ai vắng không lý do', en: 'Of these: with nobody absent without a reason' },
    shown: { section: 'meetings', column: 'none', band: 'none' },
  },
  lateArrivals: {
    rule: { numerator: 'lateMembers', denominator: 'latePresent' },
    label: { vi: 'Đảng viên đến muộn (trên số có mặt)', en: 'Members who came late (of those present)' },
    shown: { section: 'conduct', column: 'none', band: 'conduct' },
  },
  lateUnknown: {
    rule: { numerator: 'lateUnknown', denominator: 'held' },
    label: { vi: 'Chưa rõ: buổi không ghi số đến muộn', en: 'Unknown: meetings that do not say how many came late' },
    shown: { section: 'conduct', column: 'none', band: 'none' },
  },
  notesTaken: {
    rule: { numerator: 'notesTaken', denominator: 'notesKnown' },
    label: { vi: 'Buổi đảng viên ghi chép đầy đủ', en: 'Meetings at which members took notes' },
    shown: { section: 'conduct', column: 'none', band: 'conduct' },
  },
  notesUnknown: {
    rule: { numerator: 'notesUnknown', denominator: 'held' },
    label: {
      vi: 'Chưa rõ: buổi không báo việc ghi chép',
      en: 'Unknown: meetings that do not say whether notes were taken',
    },
    shown: { section: 'conduct', column: 'none', band: 'none' },
  },
  halfSpoke: {
    rule: { numerator: 'halfSpoke', denominator: 'speakersKnown' },
    label: { vi: 'Buổi có từ nửa số đảng viên có mặt phát biểu', en: 'Meetings at which half of those present spoke' },
    shown: { section: 'conduct', column: 'none', band: 'conduct' },
  },
  speakersUnknown: {
    rule: { numerator: 'speakersUnknown', denominator: 'held' },
    label: { vi: 'Chưa rõ: buổi không ghi số người phát biểu', en: 'Unknown: meetings that do not say how many spoke' },
    shown: { section: 'conduct', column: 'none', band: 'none' },
  },
  concrete: {
    rule: { numerator: 'concrete', denominator: 'concreteKnown' },
    label: {
      vi: 'Nghị quyết, kết luận cụ thể (có chỉ tiêu, rõ người, rõ thời hạn)',
      en: 'Concrete resolutions (a target, a task with owner and day)',
    },
    shown: { section: 'conduct', column: 'none', band: 'conduct' },
  },
  concreteUnknown: {
    rule: { numerator: 'concreteUnknown', denominator: 'resolutions' },
    label: {
      vi: 'Chưa rõ: nghị quyết, kết luận không đủ thông tin',
      en: 'Unknown: resolutions of which too little is said',
    },
    shown: { section: 'conduct', column: 'none', band: 'none' },
  },
  sameFocus: {
    rule: { numerator: 'focusSame', denominator: 'focusCompared', at: 'end' },
    label: { vi: 'Chi bộ ba kỳ liền cùng nhóm nội dung', en: 'Cells with the same subjects three meetings running' },
    shown: { section: 'conduct', column: 'none', band: 'conduct' },
  },
  focusUnknown: {
    rule: { numerator: 'focusUnknown', denominator: 'held', at: 'end' },
    label: {
      vi: 'Chưa rõ: chi bộ không đủ ba kỳ có phân nhóm nội dung',
      en: 'Unknown: cells without three meetings whose subjects are told',
    },
    shown: { section: 'conduct', column: 'none', band: 'none' },
  },
  resolution: {
    rule: {
      numerator: 'resolutions',
      denominator: ['held', 'silent'],
      target: all,
      pending: { cells: unsettled, numerator: 'returned:resolutions', denominator: 'returned:held' },
    },
    label: { vi: 'Có nghị quyết hoặc kết luận', en: 'With a resolution or conclusion' },
    shown: { section: 'preparation', column: { vi: 'Nghị quyết', en: 'Resolution' }, band: 'preparation' },
  },
  preparation: {
    rule: {
      numerator: 'prepared',
      denominator: ['held', 'silent'],
      target: all,
      pending: { cells: unsettled, numerator: 'returned:prepared', denominator: 'returned:held' },
    },
    label: { vi: 'Chuẩn bị đúng quy định', en: 'Prepared as required' },
    shown: { section: 'preparation', column: 'none', band: 'preparation' },
  },
  duration: {
    rule: {
      numerator: 'longEnough',
      denominator: ['held', 'silent'],
      target: all,
      pending: {
        cells: [...unsettled, 'lengthenable'],
        numerator: 'returned:longEnough',
        denominator: ['returned:held', 'lengthenable'],
      },
    },
    label: { vi: 'Đủ thời lượng', en: 'Long enough' },
    shown: { section: 'meetings', column: 'none', band: 'meetings' },
  },
  thematic: {
    rule: { numerator: 'thematic', denominator: reported },
    label: { vi: 'Có sinh hoạt chuyên đề', en: 'With a thematic meeting' },
    shown: { section: 'meetings', column: 'none', band: 'preparation' },
  },
  thematicQuarter: {
    rule: {
      numerator: 'thematicQuarter',
      denominator: [...reported, 'silent'],
      target: (_, month) => (endsQuarter(month) ? all() : undefined),
      pending: { cells: [...awaited, 'thematicAwaited'], denominator: 'thematicAwaited' },
      since: 'quarter',
    },
    label: { vi: 'Đủ sinh hoạt chuyên đề trong quý', en: 'Thematic meeting held this quarter' },
    shown: { section: 'meetings', column: 'none', band: 'preparation' },
  },
  themesHeld: {
    rule: { numerator: 'themesHeld', denominator: 'themesPlanned', at: 'end', since: 'quarter' },
    label: { vi: 'Chuyên đề theo kế hoạch quý đã sinh hoạt', en: 'Thematic meetings planned this quarter and held' },
    shown: { section: 'meetings', column: 'none', band: 'none' },
  },
  score: {
    rule: { numerator: 'scoreSum', denominator: 'scored', as: 'mean' },
    label: { vi: 'Điểm bình quân (trên 100)', en: 'Mean score (of 100)' },
    shown: { section: 'scores', column: { vi: 'Điểm', en: 'Score' }, band: 'scores' },
  },
  scoreGap: {
    rule: { numerator: 'gapSum', denominator: 'reviewed', as: 'mean' },
    label: { vi: 'Tự chấm cao hơn thẩm định (điểm)', en: 'Own score above the reviewed one (points)' },
    shown: { section: 'scores', column: 'none', band: 'none' },
  },
  gradeGood: {
    rule: { numerator: 'grade:good', denominator: 'scored' },
    label: { vi: 'Buổi sinh hoạt xếp loại Tốt', en: 'Meetings rated good' },
    shown: { section: 'scores', column: 'none', band: 'scores' },
  },
  gradeFair: {
    rule: { numerator: 'grade:fair', denominator: 'scored' },
    label: { vi: 'Buổi sinh hoạt xếp loại Khá', en: 'Meetings rated fair' },
    shown: { section: 'scores', column: 'none', band: 'scores' },
  },
  gradeAverage: {
    rule: { numerator: 'grade:average', denominator: 'scored' },
    label: { vi: 'Buổi sinh hoạt xếp loại Trung bình', en: 'Meetings rated average' },
    shown: { section: 'scores', column: 'none', band: 'scores' },
  },
  gradePoor: {
    rule: { numerator: 'grade:poor', denominator: 'scored' },
    label: { vi: 'Buổi sinh hoạt xếp loại Kém', en: 'Meetings rated poor' },
    shown: { section: 'scores', column: 'none', band: 'scores' },
  },
  ungraded: {
    rule: { numerator: 'ungraded', denominator: 'held' },
    label: { vi: 'Buổi sinh hoạt chưa đủ căn cứ xếp loại', en: 'Meetings with too little for a grade' },
    shown: { section: 'scores', column: 'none', band: 'scores' },
  },
  groupVisits: {
    rule: { numerator: 'groupVisited', denominator: reported },
    label: { vi: 'Chi bộ báo cáo có tổ công tác dự', en: 'Cells that report a working group attended' },
    shown: { section: 'superiors', column: 'none', band: 'superiors' },
  },
  visitsDone: {
    rule: { numerator: 'visitsDone', denominator: 'visitsPlanned' },
    label: { vi: 'Buổi tổ công tác đã dự, có báo cáo', en: 'Visits of working groups reported' },
    shown: { section: 'superiors', column: 'none', band: 'support' },
  },
  cellsCovered: {
    rule: { numerator: 'cellsCovered', denominator: 'groupCells' },
    label: { vi: 'Chi bộ được tổ công tác dự', en: 'Cells visited by their working group' },
    shown: { section: 'superiors', column: 'none', band: 'support' },
  },
  communeAttended: {
    rule: { numerator: 'communeAttended', denominator: reported },
    label: { vi: 'Chi bộ báo cáo có cấp ủy viên cơ sở dự', en: 'Cells that report the commune’s committee attended' },
    shown: { section: 'superiors', column: 'none', band: 'superiors' },
  },
  inCharge: {
    rule: { numerator: 'inCharge', denominator: 'chargeListed' },
    label: { vi: 'Chi bộ có cấp ủy viên phụ trách', en: 'Cells with a committee member in charge' },
    shown: { section: 'superiors', column: 'none', band: 'support' },
  },
  chargeOriented: {
    rule: { numerator: 'oriented', denominator: 'orientedKnown' },
    label: { vi: 'Được cấp ủy viên phụ trách định hướng', en: 'Oriented by the member in charge' },
    shown: { section: 'superiors', column: 'none', band: 'support' },
  },
  chargeAttended: {
    rule: { numerator: 'attended', denominator: 'attendedKnown' },
    label: { vi: 'Được cấp ủy viên phụ trách dự', en: 'Attended by the member in charge' },
    shown: { section: 'superiors', column: 'none', band: 'support' },
  },
  tasksSet: {
    rule: { numerator: 'tasksSet', denominator: reported, as: 'count' },
    label: { vi: 'Nhiệm vụ giao mới', en: 'New tasks' },
    shown: { section: 'tasks', column: 'none', band: 'none' },
  },
  tasksDone: {
    rule: { numerator: 'tasksDone', denominator: 'followedUp' },
    label: { vi: 'Nhiệm vụ tháng trước hoàn thành', en: 'Last month’s tasks done' },
    shown: { section: 'tasks', column: 'none', band: 'tasks' },
  },
  tasksOverdue: {
    rule: { numerator: 'tasksOverdue', denominator: 'followedUp' },
    label: { vi: 'Nhiệm vụ tháng trước quá hạn', en: 'Last month’s tasks overdue' },
    shown: { section: 'tasks', column: 'none', band: 'tasks' },
  },
  matters: {
    rule: { numerator: 'matters', denominator: reported, as: 'count' },
    label: { vi: 'Vấn đề được phản ánh', en: 'Matters raised' },
    shown: { section: 'tasks', column: 'none', band: 'tasks' },
  },
  bypass: {
    rule: { numerator: 'bypass', denominator: 'bypassKnown' },
    label: { vi: 'Vấn đề khiếu kiện vượt cấp', en: 'Matters raised over the heads of officials' },
    shown: { section: 'tasks', column: 'none', band: 'tasks' },
  },
  bypassUnknown: {
    rule: { numerator: 'bypassUnknown', denominator: 'matters' },
    label: {
      vi: 'Chưa rõ: vấn đề không ghi có vượt cấp không',
      en: 'Unknown: matters that do not say whether they were',
    },
    shown: { section: 'tasks', column: 'none', band: 'none' },
  },
  mattersOpened: {
    rule: { numerator: 'mattersOpened', denominator: 'due', as: 'count' },
    label: { vi: 'Vấn đề tiếp nhận trong kỳ', en: 'Matters opened' },
    shown: { section: 'tasks', column: 'none', band: 'settling' },
  },
  mattersSettled: {
    rule: { numerator: 'mattersSettled', denominator: 'due', as: 'count' },
    label: { vi: 'Vấn đề đã giải quyết, trả lời trong kỳ', en: 'Matters settled or answered' },
    shown: { section: 'tasks', column: 'none', band: 'settling' },
  },
  mattersOverdue: {
    rule: { numerator: 'mattersOverdue', denominator: 'mattersOpen', at: 'end' },
    label: { vi: 'Vấn đề còn lại đã quá hạn', en: 'Open matters that are overdue' },
    shown: { section: 'tasks', column: 'none', band: 'settling' },
  },
} as const satisfies Record<string, IndicatorEntry>;

export type IndicatorId = keyof typeof indicatorTable;
export const indicatorIds = Object.keys(indicatorTable) as readonly IndicatorId[];

/** How a figure is counted and read. */
export function ruleOf(id: IndicatorId): IndicatorRule {
  return indicatorTable[id].rule;
}
