import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { TaskWordKind } from '#shared/reports/task-word.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import type { TaskState } from '#shared/tasks/task-choice.ts';
import { REPEATED, type When } from '#shared/tasks/task-row.ts';

/** What somebody does who brings a task up to date. */
export const taskStepLabels = inEach({
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Đã hoàn thành', en: 'Done' },
  handedOn: { vi: 'Chuyển giao người khác hoặc đổi hạn', en: 'Handed on to another, or to another day' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
} as const satisfies Record<TaskWordKind, Bilingual>);

/** What was said of a task, in its history. */
export const taskNewsLabels = inEach({
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
  handedOn: { vi: 'Chuyển giao', en: 'Handed on' },
  again: { vi: 'Giao lại', en: 'Given out again' },
} as const satisfies Record<TrackedTask['news'][number]['status'], Bilingual>);

export const trackedStateLabels = inEach({
  open: { vi: 'Đang mở', en: 'Open' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
} as const satisfies Record<TrackedTask['state'], Bilingual>);

export const taskStateLabels = inEach({
  open: { vi: 'Đang mở', en: 'Open' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  repeated: { vi: `Nhắc lại từ ${REPEATED} kỳ`, en: `Carried on ${REPEATED} times or more` },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
  due: { vi: 'Tất cả, trừ việc đã thôi', en: 'All but the dropped' },
} as const satisfies Record<TaskState, Bilingual>);

export const whenLabels = inEach({
  longOver: { vi: 'Quá hạn trên 30 ngày', en: 'Over for more than 30 days' },
  over: { vi: 'Quá hạn đến 30 ngày', en: 'Over for up to 30 days' },
  soon: { vi: 'Đến hạn trong 7 ngày', en: 'Due within 7 days' },
  later: { vi: 'Đến hạn sau đó', en: 'Due later' },
  noDay: { vi: 'Không ghi hạn', en: 'Without a day' },
} as const satisfies Record<When, Bilingual>);

export const taskTexts = inEach({
  title: { vi: 'Nhiệm vụ đã giao', en: 'Tasks' },
  lead: {
    vi: (open: string, overdue: string) => `Đang mở: ${open}, trong đó quá hạn: ${overdue}.`,
    en: (open: string, overdue: string) => `Open: ${open}, of these overdue: ${overdue}.`,
  },
  leadSaid: {
    vi: (overdue: string, due: string, months: string) =>
      `${overdue}/${due} nhiệm vụ quá hạn, theo báo cáo của các buổi sinh hoạt ${months}.`,
    en: (overdue: string, due: string, months: string) =>
      `${overdue} of ${due} tasks overdue, as the meetings of ${months} reported.`,
  },
  saidHint: {
    vi: 'Đúng như bảng tổng hợp đếm: mỗi nhiệm vụ một lần, theo buổi sinh hoạt cuối cùng nói đến. Việc cập nhật giữa hai kỳ ghi bên cạnh, không đổi số liệu.',
    en: 'As the scorecard counts: each task once, by the last meeting that spoke of it. What was said between meetings stands beside and changes no figure.',
  },
  todayHint: {
    vi: 'Tình trạng hôm nay của nhiệm vụ được giao hoặc kiểm điểm trong 12 tháng qua, kể cả cập nhật giữa hai kỳ sinh hoạt.',
    en: 'As they stand today: tasks given or followed up in the last 12 months, with what was said between meetings.',
  },
  toSaid: { vi: (month: string) => `Theo báo cáo ${month}`, en: (month: string) => `As reported in ${month}` },
  toToday: { vi: 'Tình trạng hôm nay', en: 'As they stand today' },
  states: { vi: 'Lọc theo tình trạng', en: 'By state' },
  all: { vi: 'Bỏ lọc', en: 'Show all' },
  byPost: { vi: 'Theo người, bộ phận được giao', en: 'By post' },
  byWhen: { vi: 'Theo hạn', en: 'By day' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  nobody: { vi: 'Không ghi giao cho ai', en: 'Given to nobody' },
  others: { vi: (posts: number) => `${posts} chức danh khác`, en: (posts: number) => `${posts} other posts` },
  count: { vi: 'Số việc', en: 'Tasks' },
  overdueCount: { vi: 'Quá hạn', en: 'Overdue' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  who: { vi: 'Giao cho', en: 'Given to' },
  due: { vi: 'Hạn', en: 'Due' },
  where: { vi: 'Chi bộ', en: 'Cell' },
  state: { vi: 'Tình trạng', en: 'State' },
  none: { vi: 'Không có nhiệm vụ nào.', en: 'There are none.' },
  more: { vi: 'Trang sau', en: 'Next page' },
  byCommune: { vi: 'Theo đảng bộ', en: 'By commune' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  countedAt: {
    vi: (at: string) => `Số liệu tính đến ${at}; danh sách của từng đảng bộ luôn là danh sách hiện tại.`,
    en: (at: string) => `Counted ${at}; the list of each commune is always the present one.`,
  },
  less: { vi: 'Trang trước', en: 'Previous page' },
  page: {
    vi: (page: number, of: number) => `Trang ${page}/${of}`,
    en: (page: number, of: number) => `Page ${page} of ${of}`,
  },
  since: { vi: 'cập nhật', en: 'said' },
  given: { vi: 'Giao tại buổi sinh hoạt', en: 'Given at the meeting of' },
  ownAccord: { vi: 'Chi bộ tự kiểm điểm từ buổi', en: 'First followed up at the meeting of' },
  history: { vi: 'Quá trình thực hiện', en: 'What became of it' },
  between: { vi: 'Cập nhật giữa hai kỳ', en: 'Between meetings' },
  meeting: { vi: 'Buổi sinh hoạt', en: 'Meeting' },
  newWho: { vi: (who: string) => `giao cho ${who}`, en: (who: string) => `given to ${who}` },
  whoGone: { vi: 'người nhận đã hết hạn lưu', en: 'to whom is not kept any more' },
  newDue: { vi: (day: string) => `hạn mới ${day}`, en: (day: string) => `now due ${day}` },
  update: { vi: 'Cập nhật nhiệm vụ', en: 'Bring it up to date' },
  updateHint: {
    vi: 'Buổi sinh hoạt tới vẫn kiểm điểm nhiệm vụ này; điều đồng chí ghi ở đây được gợi ý sẵn trong báo cáo.',
    en: 'The next meeting still follows the task up: what you say here is offered in its report.',
  },
  whoHint: {
    vi: 'Chỉ khi chuyển giao: chức danh hoặc bộ phận, không ghi họ tên.',
    en: 'Only to hand it on: a post or a body, no names.',
  },
  dueHint: { vi: 'Chỉ khi chuyển giao hoặc đổi hạn: ngày/tháng/năm.', en: 'Only to hand it on: day/month/year.' },
  reasonHint: { vi: 'Bắt buộc khi thôi thực hiện.', en: 'Required where it is dropped.' },
  send: { vi: 'Ghi nhận', en: 'Record' },
  errors: { vi: 'Chưa ghi nhận được. Đề nghị xem lại:', en: 'Nothing was recorded. Please look at:' },
  stale: {
    vi: 'Nhiệm vụ vừa được cập nhật. Đề nghị đọc lại trước khi ghi; nội dung đã nhập vẫn còn dưới đây.',
    en: 'Somebody has just brought it up to date. Please read again; what you typed is still below.',
  },
  done: { vi: 'Đã ghi nhận', en: 'Recorded' },
  back: { vi: 'Về danh sách nhiệm vụ', en: 'Back to the tasks' },
});
