import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { StaffFigure } from '#shared/scorecards/staff-figures.ts';

/** Shorter than in the list of all figures, which names them too. */
export const staffLabels = inEach({
  attendance: { vi: 'Tỷ lệ đảng viên có mặt', en: 'Share of members present' },
  halfSpoke: { vi: 'Từ nửa số có mặt phát biểu', en: 'Half of those present spoke' },
  concrete: { vi: 'Nghị quyết, kết luận cụ thể', en: 'Concrete resolutions' },
  score: { vi: 'Điểm bình quân', en: 'Mean score' },
} as const satisfies Record<StaffFigure, Bilingual>);

export const staffTexts = inEach({
  title: { vi: 'Chi bộ có cán bộ, công chức xã sinh hoạt', en: 'Cells with commune staff among their members' },
  figure: { vi: 'Chỉ tiêu', en: 'Figure' },
  with: { vi: 'Có cán bộ, công chức xã', en: 'With commune staff' },
  without: { vi: 'Không có', en: 'Without' },
  meetings: { vi: 'Số buổi thường kỳ', en: 'Regular meetings' },
  present: { vi: 'Cán bộ, công chức xã có mặt', en: 'Commune staff present' },
  note: {
    vi: (unknown: string) =>
      `Đặt cạnh nhau để so sánh, chưa phải kết luận về nguyên nhân. Chưa khai có cán bộ, công chức xã hay không: ${unknown} buổi.`,
    en: (unknown: string) =>
      `Side by side, to compare; it does not say why. Meetings that do not say whether the cell has commune staff: ${unknown}.`,
  },
});
