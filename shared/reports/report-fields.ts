import {
  attendances,
  committeeAnswers,
  followUpStatuses,
  kinds,
  resolutions,
  severities,
  yesNo,
} from '#shared/reports/choices.ts';
import type { FieldTable, NamesOf } from '#shared/reports/field.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import { formerTopics, topics } from '#shared/reports/topics.ts';

const members = { kind: 'count', unit: 'members', most: 2000 } as const;
const adjustment = { ...members, section: 'members', blank: 'none', adjusts: true } as const;
const targets = { section: 'result', kind: 'count', unit: 'targets', most: 1000 } as const;
const yesOrNo = { kind: 'choice', choices: yesNo } as const;
const longText = { kind: 'words', most: 4000 } as const;
const shortText = { kind: 'words', most: 300 } as const;
const dayAsTyped = { vi: 'Ngày/tháng/năm', en: 'Day/month/year' } as const;

/**
 * Every field of a report, in the order of the form. The type `Report`, the parser, form, pages, stored free text, data
 * dictionary and JSON Schema all follow from them, so that a field is added only here.
 */
export const reportFields = {
  cell: { kind: 'cell', blank: 'refused', label: { vi: 'Chi bộ', en: 'Cell' } },

  date: {
    section: 'meeting',
    usual: true,
    kind: 'day',
    blank: 'refused',
    label: { vi: 'Ngày họp', en: 'Day of the meeting' },
    hint: dayAsTyped,
  },
  kind: {
    section: 'meeting',
    kind: 'choice',
    choices: kinds,
    blank: 'refused',
    label: { vi: 'Loại sinh hoạt', en: 'Kind of meeting' },
  },
  /** `HH:MM`, 24 hours. */
  startTime: {
    section: 'meeting',
    kind: 'time',
    label: { vi: 'Giờ bắt đầu', en: 'Time it began' },
    hint: { vi: 'Ví dụ 07:30', en: 'For example 07:30' },
  },
  durationMinutes: {
    section: 'meeting',
    usual: true,
    kind: 'count',
    unit: 'minutes',
    most: 24 * 60,
    blank: 'refused',
    label: { vi: 'Thời lượng (phút)', en: 'Duration (minutes)' },
  },

  fullMembers: {
    ...members,
    section: 'members',
    blank: 'refused',
    label: { vi: 'Đảng viên chính thức', en: 'Full members' },
  },
  probationaryMembers: {
    ...members,
    section: 'members',
    blank: 'none',
    label: { vi: 'Đảng viên dự bị', en: 'Probationary members' },
    hint: { vi: 'Để trống nếu không có', en: 'Leave blank if there are none' },
  },
  communeStaff: {
    ...members,
    section: 'members',
    label: { vi: 'Trong đó cán bộ, công chức xã', en: 'Of these, commune staff' },
    hint: { vi: 'Không có thì nhập 0', en: '0 if there are none' },
  },
  exempt: { ...adjustment, label: { vi: 'Được miễn công tác và sinh hoạt', en: 'Exempt from work and meetings' } },
  temporarilyExempt: { ...adjustment, label: { vi: 'Tạm miễn sinh hoạt', en: 'Exempt for a time' } },
  away: {
    ...adjustment,
    label: { vi: 'Tạm thời chuyển sinh hoạt đi nơi khác', en: 'Attending elsewhere for a time' },
  },
  suspended: { ...adjustment, label: { vi: 'Bị đình chỉ sinh hoạt', en: 'Suspended' } },
  specialDuty: {
    ...adjustment,
    label: { vi: 'Lực lượng vũ trang làm nhiệm vụ đặc biệt', en: 'Armed forces on special duty' },
  },
  joining: {
    ...adjustment,
    label: { vi: 'Từ nơi khác tạm thời chuyển đến', en: 'Joining from elsewhere for a time' },
  },

  present: {
    ...members,
    of: 'required',
    section: 'attendance',
    usual: true,
    blank: 'refused',
    label: { vi: 'Có mặt', en: 'Present' },
    hint: { vi: 'Không tính khách mời', en: 'Guests do not count' },
  },
  excused: {
    ...members,
    of: 'required',
    section: 'attendance',
    usual: true,
    blank: 'refused',
    label: { vi: 'Vắng có lý do', en: 'Absent with a reason' },
  },
  unexcused: {
    ...members,
    of: 'required',
    section: 'attendance',
    usual: true,
    blank: 'refused',
    label: { vi: 'Vắng không lý do', en: 'Absent without a reason' },
  },
  late: { ...members, of: 'present', section: 'attendance', usual: true, label: { vi: 'Đến muộn', en: 'Came late' } },
  communeStaffPresent: {
    ...members,
    of: 'communeStaff',
    section: 'attendance',
    label: { vi: 'Số cán bộ, công chức xã đã dự', en: 'Commune staff who came' },
  },

  committeeMet: {
    section: 'preparation',
    kind: 'choice',
    choices: committeeAnswers,
    label: { vi: 'Họp chi ủy trước buổi sinh hoạt', en: 'The cell committee met beforehand' },
  },
  oriented: {
    ...yesOrNo,
    section: 'preparation',
    label: { vi: 'Cấp ủy cấp trên định hướng nội dung', en: 'The superior committee oriented the content' },
  },
  papersSent: {
    ...yesOrNo,
    section: 'preparation',
    label: { vi: 'Gửi tài liệu trước ít nhất một ngày', en: 'Papers sent at least a day before' },
  },
  focus: {
    ...longText,
    section: 'preparation',
    lines: 3,
    label: { vi: 'Nội dung trọng tâm đã lựa chọn', en: 'Matters chosen as the focus' },
    hint: { vi: 'Những việc cụ thể được chọn để bàn', en: 'The concrete matters chosen for discussion' },
  },
  focusSubjects: {
    section: 'preparation',
    kind: 'choices',
    choices: focusSubjects,
    label: { vi: 'Nhóm nội dung trọng tâm', en: 'Subjects of the focus' },
  },

  stepsFollowed: {
    ...yesOrNo,
    section: 'conduct',
    label: { vi: 'Thực hiện đủ trình tự các bước', en: 'All steps followed in order' },
  },
  previousReviewed: {
    ...yesOrNo,
    section: 'conduct',
    label: { vi: 'Kiểm điểm thực hiện nghị quyết kỳ trước', en: 'The last resolution was reviewed' },
  },
  speakers: {
    ...members,
    of: 'present',
    section: 'conduct',
    label: { vi: 'Số đảng viên phát biểu', en: 'Members who spoke' },
  },
  selfCriticism: {
    ...yesOrNo,
    section: 'conduct',
    label: { vi: 'Có tự phê bình và phê bình', en: 'Self-criticism and criticism took place' },
  },
  notesTaken: {
    ...yesOrNo,
    section: 'conduct',
    label: { vi: 'Đảng viên ghi chép đầy đủ', en: 'Members took notes' },
  },
  minutesKept: {
    ...yesOrNo,
    section: 'conduct',
    label: { vi: 'Có biên bản buổi sinh hoạt', en: 'Minutes were kept' },
  },

  resolution: {
    section: 'result',
    usual: true,
    kind: 'choice',
    choices: resolutions,
    blank: 'refused',
    label: { vi: 'Chi bộ thông qua', en: 'The cell adopted' },
  },
  resolutionText: {
    ...longText,
    section: 'result',
    usual: true,
    lines: 2,
    label: { vi: 'Tóm tắt nghị quyết, kết luận', en: 'Resolution or conclusion in short' },
  },
  /** The targets that the last resolution set; `targetsMet` is about the same ones. */
  targetsSet: {
    ...targets,
    label: { vi: 'Số chỉ tiêu nghị quyết kỳ trước đề ra', en: 'Targets the last resolution set' },
  },
  targetsMet: { ...targets, of: 'targetsSet', label: { vi: 'Số chỉ tiêu đã đạt', en: 'Targets met' } },

  /** By its id: the results in its unit count for it. */
  serves: {
    section: 'result',
    kind: 'target',
    label: { vi: 'Nghị quyết phục vụ chỉ tiêu', en: 'The resolution serves the target' },
  },
  /** What resolutions have brought about, as numbers that add up. */
  results: {
    section: 'result',
    kind: 'rows',
    none: 'absent',
    label: { vi: 'Kết quả', en: 'Result' },
    parts: {
      unit: {
        kind: 'choice',
        choices: resultUnits,
        blank: 'refused',
        label: { vi: 'Đơn vị tính', en: 'Unit' },
      },
      quantity: {
        kind: 'quantity',
        by: 'unit',
        blank: 'refused',
        label: { vi: 'Số lượng', en: 'Quantity' },
      },
      what: { ...shortText, lines: 1, label: { vi: 'Việc gì, ở đâu', en: 'What, where' } },
    },
  },

  tasks: {
    section: 'tasks',
    usual: true,
    kind: 'rows',
    label: { vi: 'Nhiệm vụ', en: 'Task' },
    parts: {
      what: { ...shortText, lines: 2, blank: 'refused', label: { vi: 'Nội dung nhiệm vụ', en: 'Task' } },
      who: {
        ...shortText,
        lines: 1,
        label: { vi: 'Giao cho', en: 'Given to' },
        hint: {
          vi: 'Chức danh hoặc bộ phận, không ghi họ tên',
          en: 'A post or a body, no names',
        },
      },
      due: { kind: 'day', isDue: true, label: { vi: 'Hạn hoàn thành', en: 'Due' }, hint: dayAsTyped },
      /** The last part of the task's id. */
      row: {
        kind: 'row',
        /** No report comes near it: an amendment has 20 rows. */
        most: 99_999,
        label: { vi: 'Số của nhiệm vụ', en: 'Number of the task' },
        hint: {
          vi: 'Hệ thống cấp và không dùng lại; mã nhiệm vụ là {mã báo cáo}_{số}',
          en: 'Given by the system and never used again; the task’s id is {report id}_{number}',
        },
      },
    },
  },
  followUps: {
    section: 'followUps',
    usual: true,
    kind: 'rows',
    label: { vi: 'Việc tháng trước', en: 'Last month’s task' },
    parts: {
      /** Its id, as the form sends it, or its words. */
      task: {
        kind: 'task',
        most: 300,
        lines: 2,
        blank: 'refused',
        label: { vi: 'Nhiệm vụ của tháng trước', en: 'Task of last month' },
      },
      status: { kind: 'choice', choices: followUpStatuses, blank: 'refused', label: { vi: 'Kết quả', en: 'Outcome' } },
      /** Why the task was dropped; a dropped task must have this. */
      reason: { ...shortText, lines: 1, label: { vi: 'Lý do', en: 'Reason' } },
    },
  },
  matters: {
    section: 'matters',
    kind: 'rows',
    label: { vi: 'Vấn đề', en: 'Matter' },
    parts: {
      topic: {
        kind: 'choice',
        choices: topics,
        refusedAs: 'unknown-topic',
        former: formerTopics,
        blank: 'refused',
        label: { vi: 'Lĩnh vực', en: 'Topic' },
      },
      summary: {
        ...shortText,
        lines: 2,
        blank: 'refused',
        label: { vi: 'Nội dung phản ánh', en: 'What was raised' },
        hint: { vi: 'Không ghi họ tên, nơi ở của người dân', en: 'No names or addresses of people' },
      },
      severity: { kind: 'choice', choices: severities, blank: 'refused', label: { vi: 'Mức độ', en: 'Severity' } },
      proposal: { ...shortText, lines: 1, label: { vi: 'Đề xuất, kiến nghị', en: 'Proposal' } },
      /** Whether people complained over the heads of those who have to answer, whatever the topic. */
      bypass: { ...yesOrNo, label: { vi: 'Khiếu kiện vượt cấp', en: 'Raised over the heads of officials' } },
    },
  },

  attendedBy: {
    section: 'superiors',
    kind: 'choice',
    choices: attendances,
    label: { vi: 'Cấp trên dự sinh hoạt', en: 'Superiors who attended' },
  },

  /** Judged criteria only, by the criterion's id. */
  points: { section: 'score', kind: 'points', label: { vi: 'Điểm tự chấm', en: 'Own points' } },
  deductionNote: {
    ...longText,
    section: 'score',
    lines: 3,
    label: { vi: 'Thuyết minh điểm trừ', en: 'Why points were deducted' },
  },
} as const satisfies FieldTable;

export type ReportFields = typeof reportFields;
export type Lists = NamesOf<ReportFields, { kind: 'rows' }>;
