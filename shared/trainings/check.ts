import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Bilingual } from '#shared/language/lang.ts';
import type { Day, Instant } from '#shared/period.ts';
import { type Choices, codesOf } from '#shared/reports/choices.ts';
import { type Post, posts } from '#shared/trainings/attendance.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A question of the check: one answer is right, and it says why. */
export interface CheckQuestion {
  readonly asks: Bilingual;
  readonly answers: Choices;
  readonly right: string;
  readonly why: Bilingual;
}

/** What a secretary should know after a course. The questions are ours; what they ask is what the pages themselves say. */
export const checkQuestions: Readonly<Record<string, CheckQuestion>> = {
  resolution: {
    asks: { vi: 'Kết luận nào của buổi họp là cụ thể?', en: 'Which conclusion of a meeting is concrete?' },
    answers: {
      a: { vi: 'Tăng cường giữ vệ sinh đường thôn', en: 'Keep the village road cleaner' },
      b: {
        vi: 'Chi hội phụ nữ dọn đường thôn trước ngày 20, đồng chí phó bí thư kiểm tra',
        en: 'The women’s branch clears the village road before the 20th; the deputy secretary checks',
      },
      c: { vi: 'Mọi đảng viên nêu cao tinh thần gương mẫu', en: 'Every member sets a better example' },
    },
    right: 'b',
    why: {
      vi: 'Có việc, có người làm, có hạn và có người kiểm tra thì tháng sau mới kiểm điểm được.',
      en: 'What is done, by whom, until when and who checks: only that can be reviewed a month later.',
    },
  },
  focus: {
    asks: { vi: 'Nên chọn nội dung bàn thế nào?', en: 'How should the subject be chosen?' },
    answers: {
      a: { vi: 'Một, hai việc cụ thể của chi bộ', en: 'One or two concrete things of the cell' },
      b: { vi: 'Đọc hết văn bản của cấp trên', en: 'Read out all papers from above' },
      c: { vi: 'Nêu tất cả các mặt, mỗi mặt một ít', en: 'Every field, a little of each' },
    },
    right: 'a',
    why: {
      vi: 'Bàn ít việc thì đảng viên mới kịp phát biểu và kết luận mới rõ.',
      en: 'With few things there is time for members to speak, and for a clear conclusion.',
    },
  },
  review: {
    asks: { vi: 'Nghị quyết tháng trước thì làm gì?', en: 'What becomes of last month’s resolution?' },
    answers: {
      a: { vi: 'Đã gửi cấp trên là xong', en: 'It was sent up, so it is done with' },
      b: { vi: 'Cuối năm kiểm điểm một lần', en: 'It is reviewed once, at the end of the year' },
      c: { vi: 'Kiểm điểm từng việc ở đầu buổi họp này', en: 'Each task is reviewed as this meeting begins' },
    },
    right: 'c',
    why: {
      vi: 'Việc đang làm và việc quá hạn hiện sẵn ở trang chuẩn bị buổi họp và trong báo cáo.',
      en: 'Open and overdue tasks stand on the page of the next meeting and in the report.',
    },
  },
  concern: {
    asks: {
      vi: 'Đảng viên phản ánh việc ngoài thẩm quyền của chi bộ thì ghi thế nào?',
      en: 'A member raises what is beyond the cell. What is recorded?',
    },
    answers: {
      a: { vi: 'Ghi vào phần ý kiến, kiến nghị của báo cáo', en: 'It is entered as a matter in the report' },
      b: { vi: 'Không ghi, vì chi bộ không giải quyết được', en: 'Nothing: the cell cannot settle it' },
      c: { vi: 'Ghi kèm họ tên, số điện thoại người nói', en: 'It, with the speaker’s name and number' },
    },
    right: 'a',
    why: {
      vi: 'Ý kiến được chuyển đến nơi có trách nhiệm và có trả lời; không cần họ tên người nói.',
      en: 'It goes to whoever answers for it, and is answered; no name is needed.',
    },
  },
  secrets: {
    asks: { vi: 'Nội dung mật thì báo cáo ở đâu?', en: 'Where is something secret reported?' },
    answers: {
      a: { vi: 'Ghi vào báo cáo, có ghi chữ “mật”', en: 'In the report, marked as secret' },
      b: {
        vi: 'Không nhập vào phần mềm; báo cáo theo đường công văn mật',
        en: 'Not here at all; by the way for secret papers',
      },
      c: { vi: 'Ghi tắt để người ngoài không hiểu', en: 'In the report, in short forms' },
    },
    right: 'b',
    why: {
      vi: 'Phần mềm này không dùng cho nội dung mật: mọi biểu mẫu đều nhắc điều đó.',
      en: 'Nothing secret belongs here: every form says so.',
    },
  },
};

/** How a check went: only counts, never which answers. */
export interface CheckCount {
  readonly right: number;
  readonly of: number;
}

/** A count as it was stored. Revisions are only ever added. */
export interface CheckRevision extends CheckCount {
  readonly day: Day;
  readonly number: number;
  readonly cell: UnitId;
  readonly post: Post;
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

interface ReadCheck extends CheckCount {
  readonly post: Post;
  /** What was answered, for the page that follows; it is not stored. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Reads a post and an answer to every question. */
export function parseCheck(
  typed: Typed,
): ({ readonly ok: true } & ReadCheck) | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const fields = new Fields(typed);
  const post = fields.choice('post', codesOf(posts));
  const answered = Object.entries(checkQuestions).map(
    ([code, { answers }]) => [code, fields.choice(`check.${code}`, Object.keys(answers))] as const,
  );
  fields.refuseOthers();
  if (fields.errors.length > 0 || !post) return { ok: false, errors: fields.errors };
  const answers = Object.fromEntries(answered) as Record<string, string>;
  const right = Object.entries(checkQuestions).filter(([code, question]) => answers[code] === question.right).length;
  return { ok: true, post, answers, right, of: answered.length };
}
