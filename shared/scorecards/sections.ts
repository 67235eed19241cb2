import { inEach } from '#shared/language/lang.ts';
import type { Section } from '#shared/scorecards/indicators.ts';

const headings = inEach({
  reporting: { vi: 'Chế độ báo cáo', en: 'Reporting' },
  meetings: { vi: 'Nền nếp sinh hoạt', en: 'Meetings' },
  conduct: { vi: 'Ý thức và chất lượng sinh hoạt', en: 'Conduct and quality' },
  preparation: { vi: 'Chuẩn bị và nghị quyết', en: 'Preparation and resolutions' },
  scores: { vi: 'Chấm điểm, xếp loại', en: 'Scores and grades' },
  superiors: { vi: 'Cấp trên dự', en: 'Attended from above' },
  tasks: { vi: 'Nhiệm vụ và vấn đề nổi lên', en: 'Tasks and matters' },
});

/** The headings under which a unit's figures are listed, in their order. */
export const sections = (Object.keys(headings.vi) as Section[]).map((id, at) => ({
  id,
  numeral: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][at] ?? '',
  heading: { vi: headings.vi[id], en: headings.en[id] },
}));
