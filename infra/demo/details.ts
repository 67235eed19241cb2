import { randomFrom } from '#infra/demo/random.ts';

const places = [
  ...['xóm Đông', 'xóm Tây', 'xóm Trong', 'xóm Ngoài', 'xóm Chùa', 'xóm Đình', 'xóm Giếng', 'xóm Bến', 'xóm Chợ'],
  ...['xóm Gò', 'ngõ Cả', 'ngõ Giữa', 'đường trục', 'cánh đồng Chiêm', 'cánh đồng Mả', 'khu trường học'],
  ...['khu nhà văn hóa', 'khu trạm y tế', 'ven kênh chính', 'cụm dân cư mới', 'sân thể thao', 'khu chợ', 'bờ đê'],
] as const;

const ways = [
  ...['làm trước điểm mẫu', 'chia theo nhóm hộ', 'đảng viên làm trước', 'công khai từng khoản', 'họp từng cụm'],
  ...['kiểm tra chéo giữa các tổ', 'báo cáo kết quả hằng tuần', 'làm vào ngày thứ bảy', 'mời hộ dân giám sát'],
  ...['rút kinh nghiệm sau tuần đầu', 'giao từng đảng viên một việc', 'lập danh sách theo dõi', 'ưu tiên hộ khó khăn'],
  ...['nêu gương hộ làm tốt', 'nhắc việc qua loa truyền thanh', 'tháng sau kiểm điểm', 'ký cam kết từng hộ'],
] as const;

const bodies = [
  ...['Chi hội Phụ nữ', 'Chi hội Nông dân', 'Chi đoàn', 'Chi hội Cựu chiến binh', 'Ban công tác Mặt trận', 'Chi ủy'],
  ...['Tổ hòa giải', 'Tổ tự quản', 'Trưởng thôn', 'Tổ đảng số một', 'Tổ đảng số hai', 'Hội Người cao tuổi'],
  ...['Tổ công nghệ số', 'Ban giám sát cộng đồng', 'Chi hội Khuyến học', 'Đội tình nguyện'],
] as const;

/** A made-up sentence as an honest cell would write it: where, how and with whom, so that hardly two are the same. */
export function inDetail(sentence: string, seed: string): string {
  const random = randomFrom(`detail ${seed}`);
  return `${sentence}; ${random.pick(places)}: ${random.pick(ways)}, cùng ${random.pick(bodies)}`;
}
