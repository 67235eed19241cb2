import type { RouteKey, routes } from '#shared/access/routes.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Bilingual, Lang } from '#shared/language/lang.ts';

/** The routes by which somebody who is signed in changes something. */
type ChangingRoute = {
  [K in RouteKey]: K extends `POST ${string}` ? ((typeof routes)[K]['roles'] extends 'everyone' ? never : K) : never;
}[RouteKey];

/** What a form says of itself. */
export interface FormFacts {
  /** The unit that it is about, by its name where the reader may know it, otherwise by its id; blank if it names none. */
  readonly unit: string;
  /** The day or the month that it is about, as people read it; blank if it names none. */
  readonly when: string;
  readonly typed: Typed;
  readonly params: Readonly<Record<string, string>>;
}

type Deed = Bilingual<(facts: FormFacts) => string>;

const said = (before: string, text: string | undefined) => (text ? `${before} ${text}` : '');
const asIn = <K extends string>(words: Readonly<Record<K, string>>, code: string | undefined, other: string): string =>
  code && Object.hasOwn(words, code) ? words[code as K] : other;

const pressedVi = { save: 'Lưu nháp', discard: 'Bỏ nháp' };
const pressedEn = { save: 'Save a draft of', discard: 'Discard the draft of' };
const changesVi = {
  move: 'Chuyển',
  email: 'Đổi thư điện tử của',
  reset: 'Cấp lại mật khẩu cho',
  disable: 'Khóa',
  enable: 'Mở lại',
};
const changesEn = {
  move: 'Move',
  email: 'Change the e-mail address of',
  reset: 'Reset the password of',
  disable: 'Disable',
  enable: 'Enable',
};

/** What each form is about to do, in words: a reader decides by them. A route without a line here does not compile. */
const deeds: Readonly<Record<ChangingRoute, Deed>> = {
  'POST /account': {
    vi: () => 'Đăng xuất tài khoản khỏi mọi nơi',
    en: () => 'Sign the account out everywhere',
  },
  'POST /account/mail': {
    vi: ({ typed }) => `${typed['mail'] === 'on' ? 'Nhận' : 'Thôi nhận'} thư nhắc việc`,
    en: ({ typed }) => `${typed['mail'] === 'on' ? 'Receive' : 'Stop'} reminders by e-mail`,
  },
  'POST /account/password': {
    vi: () => 'Đổi mật khẩu của tài khoản',
    en: () => 'Change the password of the account',
  },
  'POST /months/{month}/grid': {
    vi: ({ unit, when }) => `Gửi báo cáo sinh hoạt của nhiều chi bộ${said(',', unit)}${said(', tháng', when)}`,
    en: ({ unit, when }) => `Send the reports of several cells${said(' of', unit)}${said(' in', when)}`,
  },
  'POST /reports': {
    vi: ({ unit, when, typed }) =>
      `${asIn(pressedVi, typed['press'], typed['press'] ? 'Soạn tiếp' : 'Gửi')} báo cáo sinh hoạt${said(' của', unit)}${said(', ngày', when)}`,
    en: ({ unit, when, typed }) =>
      `${asIn(pressedEn, typed['press'], typed['press'] ? 'Go on with' : 'Send')} the report of a meeting${said(' of', unit)}${said(' on', when)}`,
  },
  'POST /reports/import': {
    vi: ({ unit, when }) => `Gửi báo cáo sinh hoạt bằng tệp${said(',', unit)}${said(', tháng', when)}`,
    en: ({ unit, when }) => `Send reports by file${said(' of', unit)}${said(' in', when)}`,
  },
  'POST /reports/{id}': {
    vi: ({ unit, when, typed }) =>
      `${asIn({ amend: 'Sửa', return: 'Trả lại', confirm: 'Xác nhận' }, typed['action'], 'Xử lý')} báo cáo sinh hoạt${said(' của', unit)}${said(', ngày', when)}`,
    en: ({ unit, when, typed }) =>
      `${asIn({ amend: 'Amend', return: 'Return', confirm: 'Confirm' }, typed['action'], 'Review')} the report of a meeting${said(' of', unit)}${said(' on', when)}`,
  },
  'POST /reviews': {
    vi: ({ typed }) =>
      `${asIn({ return: 'Trả lại', confirm: 'Xác nhận' }, typed['action'], 'Xem xét')} báo cáo chờ xem xét`,
    en: ({ typed }) =>
      `${asIn({ return: 'Return', confirm: 'Confirm' }, typed['action'], 'Review')} reports that wait for a review`,
  },
  'POST /reports/{id}/papers': {
    vi: ({ unit, when }) => `Ghi sổ văn bản của buổi sinh hoạt${said(' của', unit)}${said(', ngày', when)}`,
    en: ({ unit, when }) => `Enter a number or a day for a meeting’s documents${said(':', unit)}${said(',', when)}`,
  },
  'POST /reports/{id}/purge': {
    vi: ({ unit, when, typed }) =>
      `${typed['step'] === 'approved' ? 'Duyệt' : 'Đề nghị'} xóa nội dung chữ của báo cáo sinh hoạt${said(' của', unit)}${said(', ngày', when)}`,
    en: ({ unit, when, typed }) =>
      `${typed['step'] === 'approved' ? 'Approve' : 'Ask for'} the purge of a report’s words${said(':', unit)}${said(',', when)}`,
  },
  'POST /tasks/{id}': {
    vi: ({ unit }) => `Cập nhật một nhiệm vụ${said(' của', unit)}`,
    en: ({ unit }) => `Bring a task up to date${said(' of', unit)}`,
  },
  'POST /matters/{id}': {
    vi: ({ unit }) => `Ghi bước giải quyết một vấn đề${said(' của', unit)}`,
    en: ({ unit }) => `Record a step of a matter${said(' of', unit)}`,
  },
  'POST /actions': {
    vi: ({ unit, typed }) =>
      `${typed['step'] === 'dismiss' ? 'Không chấp nhận đề xuất biện pháp khắc phục' : 'Mở biện pháp khắc phục'}${said(' của', unit)}`,
    en: ({ unit, typed }) =>
      `${typed['step'] === 'dismiss' ? 'Dismiss a proposed corrective action' : 'Open a corrective action'}${said(' of', unit)}`,
  },
  'POST /actions/{id}': {
    vi: ({ unit }) => `Ghi bước thực hiện một biện pháp khắc phục${said(' của', unit)}`,
    en: ({ unit }) => `Record a step of a corrective action${said(' of', unit)}`,
  },
  'POST /visits': {
    vi: ({ unit, when, typed }) =>
      `${asIn({ plan: 'Lên lịch', drop: 'Bỏ', report: 'Gửi kết quả' }, typed['action'], 'Ghi')} buổi dự sinh hoạt của tổ công tác${said(' tại', unit)}${said(', ngày', when)}`,
    en: ({ unit, when, typed }) =>
      `${asIn({ plan: 'Plan', drop: 'Drop', report: 'Report' }, typed['action'], 'Record')} a visit of the working group${said(' to', unit)}${said(' on', when)}`,
  },
  'POST /officers': {
    vi: ({ unit, typed }) =>
      `${typed['action'] === 'record' ? 'Ghi việc dự họp của' : 'Phân công'} cấp ủy viên phụ trách chi bộ${said(',', unit)}`,
    en: ({ unit, typed }) =>
      `${typed['action'] === 'record' ? 'Record what was done by' : 'Assign'} members in charge of cells${said(',', unit)}`,
  },
  'POST /guidance': {
    vi: ({ when }) => `Ban hành định hướng nội dung sinh hoạt${said(' tháng', when)}`,
    en: ({ when }) => `Publish the orientation${said(' of', when)}`,
  },
  'POST /guidance/files': {
    vi: ({ when }) => `Ban hành tài liệu kèm định hướng${said(' tháng', when)}`,
    en: ({ when }) => `Publish a document beside the orientation${said(' of', when)}`,
  },
  'POST /guidance/files/{file}': {
    vi: () => 'Thu hồi một tài liệu kèm định hướng',
    en: () => 'Withdraw a document beside the orientation',
  },
  'POST /library': {
    vi: ({ typed }) => `Thêm vào cẩm nang bài${said(':', typed['title'])}`,
    en: ({ typed }) => `Add a piece to the guidebook${said(':', typed['title'])}`,
  },
  'POST /library/{piece}': {
    vi: ({ typed, params }) =>
      `${typed['action'] === 'withdraw' ? 'Gỡ' : 'Sửa'} bài số ${params['piece']} của cẩm nang`,
    en: ({ typed, params }) =>
      `${typed['action'] === 'withdraw' ? 'Withdraw' : 'Amend'} piece ${params['piece']} of the guidebook`,
  },
  'POST /trainings': {
    vi: ({ typed }) => `Mở lớp tập huấn${said(':', typed['subject'])}`,
    en: ({ typed }) => `Enter a training${said(':', typed['subject'])}`,
  },
  'POST /trainings/{training}': {
    vi: ({ typed, params }) =>
      `${asIn({ attendance: 'Lưu danh sách dự', drop: 'Hủy' }, typed['action'], 'Sửa')} lớp tập huấn ${params['training']}`,
    en: ({ typed, params }) =>
      `${asIn({ attendance: 'Save who came to', drop: 'Call off' }, typed['action'], 'Amend')} the training ${params['training']}`,
  },
  'POST /trainings/{training}/check': {
    vi: ({ unit, params }) => `Gửi bài tự kiểm tra sau lớp tập huấn ${params['training']}${said(' của', unit)}`,
    en: ({ unit, params }) => `Send the check after the training ${params['training']}${said(' of', unit)}`,
  },
  'POST /library/{piece}/use': {
    vi: ({ unit, params }) =>
      `Đưa bài số ${params['piece']} của cẩm nang vào chương trình sinh hoạt${said(' của', unit)}`,
    en: ({ unit, params }) => `Put piece ${params['piece']} of the guidebook on the agenda${said(' of', unit)}`,
  },
  'POST /prepare': {
    vi: ({ unit, when }) => `Lưu chương trình sinh hoạt${said(' của', unit)}${said(', tháng', when)}`,
    en: ({ unit, when }) => `Save the agenda${said(' of', unit)}${said(' for', when)}`,
  },
  'POST /prepare/proposals': {
    vi: ({ unit, when }) => `Ghi việc nhận đề xuất của đảng viên${said(',', unit)}${said(', tháng', when)}`,
    en: ({ unit, when }) => `Record what is done about members’ proposals${said(' of', unit)}${said(' for', when)}`,
  },
  'POST /practice': {
    vi: ({ typed }) => (typed['action'] === 'empty' ? 'Xóa tháng tập' : 'Bắt đầu tháng tập'),
    en: ({ typed }) => (typed['action'] === 'empty' ? 'Erase the practice month' : 'Begin a practice month'),
  },
  'POST /practice/prepare': { vi: () => 'Lưu chương trình của tháng tập', en: () => 'Save the agenda of practice' },
  'POST /practice/library/{piece}/use': {
    vi: ({ params }) => `Đưa bài số ${params['piece']} của cẩm nang vào chương trình của tháng tập`,
    en: ({ params }) => `Put piece ${params['piece']} of the guidebook on the agenda of practice`,
  },
  'POST /practice/reports': { vi: () => 'Gửi báo cáo của tháng tập', en: () => 'Send the report of practice' },
  'POST /practice/reports/{id}': { vi: () => 'Sửa báo cáo của tháng tập', en: () => 'Amend the report of practice' },
  'POST /practice/reports/{id}/papers': {
    vi: () => 'Ghi sổ văn bản của tháng tập',
    en: () => 'Enter a number or a day for the documents of practice',
  },
  'POST /themes': {
    vi: ({ unit }) => `Lưu kế hoạch sinh hoạt chuyên đề${said(' của', unit)}`,
    en: ({ unit }) => `Save the plan of thematic meetings${said(' of', unit)}`,
  },
  'POST /targets': {
    vi: ({ unit, typed }) => `Lưu chỉ tiêu${said(' năm', typed['year'])}${said(' của', unit)}`,
    en: ({ unit, typed }) => `Store the targets${said(' for', typed['year'])}${said(' of', unit)}`,
  },
  'POST /themes/shared': {
    vi: ({ unit, when, typed }) =>
      `${typed['action'] === 'withdraw' ? 'Thôi giới thiệu' : 'Giới thiệu'} buổi sinh hoạt chuyên đề${said(' của', unit)}${said(', ngày', when)} cho toàn huyện`,
    en: ({ unit, when, typed }) =>
      `${typed['action'] === 'withdraw' ? 'Stop sharing' : 'Share'} a thematic meeting${said(' of', unit)}${said(' on', when)} with the district`,
  },
  'POST /groups': {
    vi: ({ typed }) =>
      typed['action'] === 'members'
        ? `Ghi thành viên tổ công tác${said('', typed['number'])}`
        : 'Giao xã cho các tổ công tác',
    en: ({ typed }) =>
      typed['action'] === 'members'
        ? `Record the members of working group${said('', typed['number'])}`
        : 'Assign communes to the working groups',
  },
  'POST /briefings/{unit}/{month}': {
    vi: ({ unit, when }) => `Lưu lời văn của báo cáo tháng${said(',', unit)}${said(', tháng', when)}`,
    en: ({ unit, when }) => `Store the words of the monthly briefing${said(' of', unit)}${said(' about', when)}`,
  },
  'POST /directory/baseline': {
    vi: ({ typed }) => `Nhập số liệu trước khi áp dụng quy định${said(', tháng', typed['month'])}`,
    en: ({ typed }) => `Enter the counts of a month before any regime${said(':', typed['month'])}`,
  },
  'POST /summaries/{unit}': {
    vi: ({ unit, typed }) => `Lưu lời văn sơ kết${said(',', unit)}${said(', đến tháng', typed['to'])}`,
    en: ({ unit, typed }) => `Store the words of the summary${said(' of', unit)}${said(' until', typed['to'])}`,
  },
  'POST /scorecards/{unit}/{month}/reopen': {
    vi: ({ when }) => `Mở lại tháng đã chốt${said('', when)}`,
    en: ({ when }) => `Reopen a closed month${said(':', when)}`,
  },
  'POST /directory/users': {
    vi: ({ unit, typed }) =>
      typed['user'] ? `Thêm tài khoản ${typed['user']}${said(' cho', unit)}` : 'Thêm hoặc đổi các tài khoản trong tệp',
    en: ({ unit, typed }) =>
      typed['user'] ? `Add the account ${typed['user']}${said(' for', unit)}` : 'Add or change the accounts of a file',
  },
  'POST /directory/users/{user}': {
    vi: ({ typed, params }) => `${asIn(changesVi, typed['change'], 'Thay đổi')} tài khoản ${params['user']}`,
    en: ({ typed, params }) => `${asIn(changesEn, typed['change'], 'Change')} the account ${params['user']}`,
  },
  'POST /directory/tokens': {
    vi: ({ typed }) =>
      typed['action'] === 'revoke'
        ? `Thu hồi mã cho máy số ${typed['number']}`
        : `Tạo mã cho máy ${typed['name'] ?? ''}`,
    en: ({ typed }) =>
      typed['action'] === 'revoke'
        ? `Take back the machine token ${typed['number']}`
        : `Make a machine token ${typed['name'] ?? ''}`,
  },
  'POST /directory/units': {
    vi: ({ typed }) => (typed['list'] ? 'Nhập các đơn vị đã xem trước' : 'Xem trước danh sách đơn vị trong tệp'),
    en: ({ typed }) => (typed['list'] ? 'Enter the units of a preview' : 'Preview the units of a file'),
  },
  'POST /directory/reorganise': {
    vi: ({ typed }) =>
      typed['action'] === 'undo'
        ? 'Hoàn tác lần sắp xếp đơn vị gần nhất'
        : `${typed['action'] === 'preview' ? 'Xem trước phương án sắp xếp' : 'Sắp xếp'} đơn vị của huyện`,
    en: ({ typed }) =>
      typed['action'] === 'undo'
        ? 'Undo the last reorganisation of units'
        : `${typed['action'] === 'preview' ? 'Preview a reorganisation of' : 'Reorganise'} the district’s units`,
  },
  'POST /directory/second-factor': {
    vi: ({ typed }) =>
      `${typed['required'] === 'yes' ? 'Bắt buộc' : 'Thôi bắt buộc'} xác thực hai bước với tài khoản của huyện`,
    en: ({ typed }) =>
      `${typed['required'] === 'yes' ? 'Require' : 'No longer require'} a second step of the district’s accounts`,
  },
};

/** What a form that is sent to a route is about to do; `undefined` for a route that changes nothing of an account's. */
export function deedWords(route: RouteKey, facts: FormFacts, lang: Lang): string | undefined {
  return Object.hasOwn(deeds, route) ? deeds[route as ChangingRoute][lang](facts) : undefined;
}
