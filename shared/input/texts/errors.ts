import { fillIn } from '#shared/input/texts/fill-in.ts';
import { otherSentences } from '#shared/input/texts/other-errors.ts';
import type { ErrorCode, FieldError } from '#shared/input/typed.ts';
import { type Bilingual, inEach, type Lang } from '#shared/language/lang.ts';

/** The message at a field: what is wrong and how to correct it. `{max}` and the like are filled in. */
export const errorSentences = inEach({
  required: { vi: 'Mục này chưa được nhập.', en: 'This has not been filled in.' },
  'only-handed-on': {
    vi: 'Chỉ điền khi chuyển giao nhiệm vụ; nếu không, đề nghị để trống.',
    en: 'Only where the task is handed on: otherwise please leave it blank.',
  },
  'only-with-progress': {
    vi: 'Chỉ điền khi báo tiến độ; nếu không, đề nghị để trống.',
    en: 'Only with a note on progress: otherwise please leave it blank.',
  },
  'not-a-promise': {
    vi: 'Ngày hẹn tính từ hôm nay trở đi, không quá một năm.',
    en: 'A promised day is from today on, within a year.',
  },
  'due-not-possible': {
    vi: 'Hạn tính từ ngày họp trở đi, không quá một năm.',
    en: 'What a meeting gives is due from its day on, within a year.',
  },
  unread: {
    vi: 'Có chữ không đọc được (�), đề nghị nhập lại bằng Unicode UTF-8.',
    en: 'Something could not be read (�): please type it again, in Unicode UTF-8.',
  },
  'not-a-count': {
    vi: 'Cần nhập một số nguyên từ 0 trở lên, ví dụ 18.',
    en: 'Enter a whole number from 0, for example 18.',
  },
  'too-large': { vi: 'Không được lớn hơn {max}.', en: 'Must be at most {max}.' },
  'too-long': {
    vi: 'Dài quá {max} ký tự, đề nghị rút gọn.',
    en: 'Longer than {max} characters: please shorten it.',
  },
  'letter-too-long': {
    vi: 'Báo cáo dài quá {max} trang, đề nghị rút gọn.',
    en: 'The letter takes more than {max} pages: please shorten it.',
  },
  understood: {
    vi: '“{said}” đã hiểu là {understood}; đúng không? Đúng thì gửi lại.',
    en: '“{said}” is understood as {understood}: is that right? If so, send again.',
  },
  'not-a-day': {
    vi: 'Đề nghị nhập ngày theo dạng ngày/tháng/năm, ví dụ {example}.',
    en: 'Enter the day as day/month/year, for example {example}.',
  },
  'not-a-time': {
    vi: 'Đề nghị nhập giờ và phút, ví dụ 19:30 hoặc 19h30.',
    en: 'Enter hours and minutes, for example 19:30.',
  },
  'not-a-choice': { vi: 'Cần chọn một trong các mục đã cho.', en: 'Choose one of the options.' },
  'not-points': {
    vi: 'Cần nhập số điểm từ 0 đến {max}, mỗi bậc {step} điểm.',
    en: 'Enter points from 0 to {max} in steps of {step}.',
  },
  'not-a-quantity': {
    vi: 'Cần nhập một số theo đơn vị đã chọn, ví dụ 600.',
    en: 'Enter a number in the chosen unit, for example 600.',
  },
  'day-in-future': {
    vi: 'Ngày họp chưa đến: chỉ báo cáo buổi sinh hoạt đã diễn ra.',
    en: 'That day is still to come: report a meeting that has taken place.',
  },
  'day-outside-month': {
    vi: 'Ngày họp không thuộc tháng {month} đang báo cáo.',
    en: 'The day is not in the month {month} that is being reported.',
  },
  'meeting-outside-month': {
    vi: 'Ngày họp không thuộc tháng {month} đang chuẩn bị.',
    en: 'The day is not in the month {month} that is being prepared.',
  },
  'meeting-over': {
    vi: 'Buổi họp đã qua: không nhận đề xuất nữa.',
    en: 'The meeting is over: it takes no more proposals.',
  },
  'proposals-closed': {
    vi: 'Trang nhận đề xuất đang đóng.',
    en: 'The page for proposals is not open.',
  },
  'oriented-after-meeting': {
    vi: 'Định hướng diễn ra trước buổi sinh hoạt: ngày này không được sau ngày dự.',
    en: 'The orientation comes before the meeting: this day cannot be after the day of attending.',
  },
  'month-without-regime': {
    vi: 'Hệ thống nhận báo cáo từ tháng 03/2019 trở đi.',
    en: 'Reports are taken from March 2019 onwards.',
  },
  'month-with-regime': {
    vi: 'Từ tháng 03/2019 chi bộ báo cáo; chỉ nhập tháng trước đó.',
    en: 'Cells report from March 2019 on: enter a month before.',
  },
  'month-closed': {
    vi: 'Tháng này đã chốt số liệu; đề nghị liên hệ Ban Tổ chức Huyện ủy để được đính chính.',
    en: 'This month is closed; please ask the district organisation board for an amendment.',
  },
  'another-meeting': {
    vi: 'Chi bộ, ngày họp và loại sinh hoạt của báo cáo đã lưu không đổi được. Nếu đã ghi nhầm, đề nghị gửi báo cáo mới.',
    en: 'The cell, the day and the kind of a stored report cannot be changed. If they were wrong, send a new report.',
  },
  'already-reported': {
    vi: 'Buổi này của chi bộ vừa có báo cáo khác được lưu; mời mở sổ báo cáo để xem và sửa.',
    en: 'Another report of this meeting has just been stored; please open it from the month’s reports.',
  },
  'already-in-file': {
    vi: 'Trùng với dòng {row} của tệp: bỏ qua một dòng, hoặc chọn chi bộ khác.',
    en: 'The same meeting as row {row} of the file: leave one out, or choose another cell.',
  },
  'already-planned': {
    vi: 'Tổ công tác đã có buổi dự sinh hoạt tại đơn vị này trong ngày đã nhập.',
    en: 'The group already has a visit to this unit on this day.',
  },
  'unknown-unit': { vi: 'Không có chi bộ này.', en: 'There is no such cell.' },
  'unknown-field': {
    vi: 'Biểu mẫu không có mục “{name}”.',
    en: 'The form has no field “{name}”.',
  },
  'unknown-topic': {
    vi: 'Cần chọn một lĩnh vực trong danh mục.',
    en: 'Choose a topic from the list.',
  },
  'part-of-another': {
    vi: 'Ghi “{said}”, nhưng theo các mục khác tổng là {of}.',
    en: '“{said}”, but by the other answers the whole is {of}.',
  },
  'present-above-required': {
    vi: 'Có mặt {present} nhưng số phải dự chỉ là {required}. Khách mời không tính vào số có mặt.',
    en: '{present} present but only {required} required. Guests do not count.',
  },
  'attendance-does-not-add-up': {
    vi: 'Có mặt + vắng có lý do + vắng không lý do = {sum}, trong khi số phải dự là {required}.',
    en: 'Present + excused + unexcused = {sum}, but {required} were required.',
  },
  'unexcused-follows': {
    vi: '{required} phải dự − {present} có mặt − {excused} có lý do = {unexcused}. Đúng thì mời gửi lại, chưa đúng thì sửa.',
    en: '{required} required − {present} present − {excused} with a reason = {unexcused}. Send again if right, else change it.',
  },
  'adjustments-above-members': {
    vi: 'Số được miễn, tạm miễn, đi nơi khác, đình chỉ, nhiệm vụ đặc biệt vượt quá số đảng viên.',
    en: 'Exempt, away, suspended and on special duty are together more than the members.',
  },
  'late-above-present': {
    vi: 'Số đến muộn không được lớn hơn số có mặt.',
    en: 'More came late than were present.',
  },
  'speakers-above-present': {
    vi: 'Số đảng viên phát biểu không được lớn hơn số có mặt.',
    en: 'More spoke than were present.',
  },
  'targets-met-above-set': {
    vi: 'Số chỉ tiêu đạt không được lớn hơn số chỉ tiêu đề ra.',
    en: 'More targets met than were set.',
  },
  'task-twice': {
    vi: 'Nhiệm vụ này đã có kết quả ở một dòng trên; mỗi nhiệm vụ chỉ báo kết quả một lần.',
    en: 'A row above already says what became of this task: say it once.',
  },
  'unknown-task': {
    vi: 'Không tìm thấy nhiệm vụ này trong các báo cáo trước của chi bộ; đề nghị ghi lại nội dung nhiệm vụ.',
    en: 'No earlier report of the cell has this task: please write what the task was.',
  },
  'has-committee': {
    vi: 'Chi bộ có từ {members} đảng viên chính thức trở lên thì bầu chi ủy: đề nghị chọn “Có” hoặc “Không”.',
    en: 'A cell of {members} full members or more elects a committee: please choose “Yes” or “No”.',
  },
  'not-a-month': { vi: 'Cần nhập một tháng, ví dụ 02/2021.', en: 'Enter a month, for example 02/2021.' },
  'not-a-term': {
    vi: 'Cần nhập năm cuối của nhiệm kỳ, từ năm đang nhập trở đi, ví dụ 2030.',
    en: 'Enter the last year of the term, not before this year, for example 2030.',
  },
  'year-over': { vi: 'Năm này đã kết thúc.', en: 'This year is over.' },
  'month-over': {
    vi: 'Tháng đã qua giữ phân công cũ; chọn từ tháng {month} trở đi.',
    en: 'Months that are over keep what they had: choose {month} or later.',
  },
  'not-a-span': {
    vi: 'Tháng cuối không được trước tháng đầu, và xem được nhiều nhất {max} tháng một lần.',
    en: 'The last month must not be before the first, and at most {max} months are shown at once.',
  },
} as const satisfies Partial<Record<ErrorCode, Bilingual>>);

/** The text before a mistake, so that colour is not its only mark. */
export const errorWord = { vi: 'Lỗi:', en: 'Error:' } as const satisfies Bilingual;

/** The sentence for a mistake, in the reader's language. */
export function messageOf({ code, params }: FieldError, lang: Lang): string {
  const all: Readonly<Record<ErrorCode, string>> = { ...errorSentences[lang], ...otherSentences[lang] };
  return fillIn(all[code], params, lang);
}

/** The same of a mistake in a report; `undefined` for one that no report can have. */
export function reportMessageOf({ code, params }: FieldError, lang: Lang): string | undefined {
  const sentence = (errorSentences[lang] as Readonly<Partial<Record<ErrorCode, string>>>)[code];
  return sentence === undefined ? undefined : fillIn(sentence, params, lang);
}
