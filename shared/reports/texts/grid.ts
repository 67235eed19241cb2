import { inEach } from '#shared/language/lang.ts';

export const gridTexts = inEach({
  title: { vi: 'Nhập nhanh nhiều chi bộ', en: 'Many cells on one page' },
  intro: {
    vi: 'Mỗi dòng là buổi sinh hoạt thường kỳ của một chi bộ. Chi bộ nào chưa có số liệu thì để trống. Các mục khác bổ sung sau trên báo cáo đầy đủ; khi chưa bổ sung, điểm chỉ là tạm tính.',
    en: 'Each row is one cell’s regular meeting. Leave blank the cells without figures. Everything else is added later on the full report; until then scores are provisional.',
  },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  commonDate: { vi: 'Ngày họp chung', en: 'Day of most meetings' },
  commonDateHint: {
    vi: 'Dùng cho những chi bộ để trống ngày họp.',
    en: 'For the cells whose own day is blank.',
  },
  carried: {
    vi: 'Số đảng viên lấy từ báo cáo tháng trước; mời kiểm tra và sửa nếu có thay đổi.',
    en: 'Members come from last month’s report; please check, and change what is different.',
  },
  alsoCarried: { vi: 'Theo báo cáo tháng trước:', en: 'As last month:' },
  full: { vi: 'Bản đầy đủ', en: 'Full report' },
  save: { vi: 'Gửi các chi bộ đã nhập', en: 'Send what is filled in' },
  saved: { vi: (n: number) => `Đã gửi ${n} báo cáo`, en: (n: number) => `${n} reports sent` },
  receipt: { vi: 'số biên nhận', en: 'receipt' },
  wrong: {
    vi: (n: number) => `${n} chi bộ chưa gửi được, đề nghị xem lại:`,
    en: (n: number) => `${n} cells were not sent, please look at:`,
  },
  notStored: {
    vi: (n: number) =>
      `${n} chi bộ chưa lưu được do hệ thống đang bận. Số liệu đã nhập còn nguyên ở dưới, mời bấm gửi lại.`,
    en: (n: number) =>
      `${n} cells could not be stored because the system is busy. What you typed is below; please send it again.`,
  },
  nothing: { vi: 'Chưa nhập chi bộ nào.', en: 'No cell was filled in.' },
  none: {
    vi: 'Mọi chi bộ đã có báo cáo sinh hoạt thường kỳ của tháng này.',
    en: 'Every cell has reported its regular meeting of this month.',
  },
});
