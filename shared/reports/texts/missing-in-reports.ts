import { inEach } from '#shared/language/lang.ts';

/** What to enter where nothing stands, by the field of a report; a row's part by its list too. Each names its thing. */
export const missingInReports = inEach({
  date: {
    vi: 'Nhập ngày họp theo dạng ngày/tháng/năm.',
    en: 'Enter the day of the meeting as day/month/year.',
  },
  kind: { vi: 'Chọn loại sinh hoạt.', en: 'Choose the kind of meeting.' },
  durationMinutes: {
    vi: 'Nhập thời lượng buổi sinh hoạt, ví dụ 90 hoặc 1h30.',
    en: 'Enter how long the meeting took, for example 90 or 1h30.',
  },
  fullMembers: { vi: 'Nhập số đảng viên chính thức.', en: 'Enter the number of full members.' },
  present: {
    vi: 'Nhập số đảng viên có mặt, không tính khách mời.',
    en: 'Enter the number of members present, without guests.',
  },
  excused: {
    vi: 'Nhập số đảng viên vắng có lý do (không có thì nhập 0).',
    en: 'Enter the number absent with a reason (0 if there is none).',
  },
  unexcused: {
    vi: 'Nhập số đảng viên vắng không lý do (không có thì nhập 0).',
    en: 'Enter the number absent without a reason (0 if there is none).',
  },
  resolution: {
    vi: 'Chọn chi bộ đã thông qua nghị quyết, kết luận hay không có.',
    en: 'Choose whether the cell adopted a resolution, a conclusion or neither.',
  },
  'tasks.what': { vi: 'Nhập nội dung của nhiệm vụ.', en: 'Enter what the task is.' },
  'followUps.task': { vi: 'Nhập nhiệm vụ của tháng trước.', en: 'Enter the task of last month.' },
  'followUps.status': { vi: 'Chọn kết quả của việc {task}.', en: 'Choose the outcome of task {task}.' },
  'followUps.reason': {
    vi: 'Nhập lý do thôi thực hiện việc {task}.',
    en: 'Enter why task {task} was dropped.',
  },
  'matters.topic': { vi: 'Chọn lĩnh vực của vấn đề.', en: 'Choose the topic of the matter.' },
  'matters.summary': { vi: 'Nhập nội dung phản ánh.', en: 'Enter what was raised.' },
  'matters.severity': { vi: 'Chọn mức độ của vấn đề.', en: 'Choose the severity of the matter.' },
  'results.unit': { vi: 'Chọn đơn vị tính của kết quả.', en: 'Choose the unit of the result.' },
  'results.quantity': { vi: 'Nhập số lượng của kết quả.', en: 'Enter how much the result is.' },
});
