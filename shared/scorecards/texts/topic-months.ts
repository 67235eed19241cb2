import { inEach } from '#shared/language/lang.ts';

export const topicMonthTexts = inEach({
  title: { vi: 'Vấn đề phản ánh theo lĩnh vực, từng tháng', en: 'Matters by topic, month by month' },
  month: { vi: 'Tháng', en: 'Month' },
  all: { vi: 'Cộng', en: 'All' },
  bypass: { vi: 'Trong đó: khiếu kiện vượt cấp', en: 'Of these: over the heads of officials' },
  note: {
    vi: 'Vượt cấp được đếm ở mọi lĩnh vực. “—”: không có số liệu.',
    en: 'Those over the heads of officials are of any topic. “—”: no figures.',
  },
});
