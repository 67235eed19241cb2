import type { Bilingual } from '#shared/language/lang.ts';

/**
 * The subjects of thematic meetings. No document lists them: 42-HD/BTCTW (28/10/2025) and the plans of grass-roots
 * committees mention these; the order is ours.
 */
export const themes = {
  HCM: { vi: 'Học tập và làm theo Hồ Chí Minh', en: 'Studying and following Hồ Chí Minh' },
  XDD: { vi: 'Xây dựng, chỉnh đốn Đảng', en: 'Building the Party' },
  PTD: { vi: 'Phát triển đảng viên', en: 'Winning new members' },
  KTXH: { vi: 'Kinh tế, nông thôn mới, đô thị văn minh', en: 'Economy and the new countryside' },
  VHXH: { vi: 'Văn hóa, giáo dục, y tế, an sinh xã hội', en: 'Culture, schools, health, welfare' },
  MT: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  ANTT: { vi: 'An ninh trật tự, hòa giải ở cơ sở', en: 'Security, mediation' },
  DV: { vi: 'Dân vận, dân chủ ở cơ sở', en: 'Mass mobilisation, democracy at the base' },
  CM: { vi: 'Nhiệm vụ chuyên môn của đơn vị', en: 'The unit’s own profession' },
  KTGS: { vi: 'Kiểm tra, giám sát; phòng, chống tham nhũng, lãng phí', en: 'Inspection, against corruption and waste' },
  CDS: { vi: 'Chuyển đổi số', en: 'Going digital' },
  KHAC: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type Theme = keyof typeof themes;
export const themeCodes = Object.keys(themes) as readonly Theme[];
