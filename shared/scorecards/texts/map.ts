import { inEach } from '#shared/language/lang.ts';

export const mapTexts = inEach({
  title: { vi: 'Bản đồ chỉ tiêu', en: 'Map of figures' },
  see: { vi: 'Xem bản đồ', en: 'See the map' },
  figures: { vi: 'Chỉ tiêu trên bản đồ', en: 'Figure on the map' },
  list: { vi: 'Danh sách theo bản đồ', en: 'The map as a list' },
  without: { vi: 'Chưa có hình trên bản đồ', en: 'Without an outline on the map' },
  given: {
    vi: 'Hình do huyện cung cấp, đã giản lược; không dùng để xác định địa giới.',
    en: 'Outlines as the district gave them, simplified; they do not tell where a border is.',
  },
});
