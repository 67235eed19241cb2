import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { MeetingStepId } from '#shared/norms/meeting-steps.ts';

/** What the steps of a meeting are called on an agenda. */
export const stepNames = inEach({
  opening: {
    vi: 'Mở đầu: điểm danh, đảng phí, thông qua chương trình, cử thư ký',
    en: 'Opening: roll call, fees, agenda, minute taker',
  },
  news: { vi: 'Thông tin thời sự, chủ trương mới', en: 'News and new policies' },
  last: {
    vi: 'Kết quả thực hiện nghị quyết và các việc tháng trước',
    en: 'What became of last month’s resolution and tasks',
  },
  orientation: { vi: 'Thông tin, định hướng của cấp trên', en: 'Information and orientation by the superiors' },
  discussion: {
    vi: 'Thảo luận nội dung trọng tâm; tự phê bình và phê bình',
    en: 'Discussion of the focus; self-criticism and criticism',
  },
  thematic: { vi: 'Sinh hoạt chuyên đề', en: 'Thematic part' },
  answers: { vi: 'Trả lời, giải quyết kiến nghị, phản ánh', en: 'Answers to petitions and matters raised' },
  criticism: { vi: 'Tự phê bình và phê bình', en: 'Self-criticism and criticism' },
  closing: {
    vi: 'Kết luận, giao việc có người và hạn, thông qua biên bản',
    en: 'Conclusion, tasks with owner and day, minutes adopted',
  },
  scoring: {
    vi: 'Kết luận, giao việc có người và hạn, chấm điểm, thông qua biên bản',
    en: 'Conclusion, tasks with owner and day, scoring, minutes adopted',
  },
} as const satisfies Record<MeetingStepId, Bilingual>);
