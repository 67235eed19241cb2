import type { Choices } from '#shared/reports/choices.ts';

/**
 * What the focus of a meeting may be about: the contents that mục 4 of 42-HD/BTCTW (28/10/2025) names for the types of
 * cells, put together into one list. A focus that none of them fits stays unclassed.
 */
export const focusSubjects = {
  CTDK: { vi: 'Chủ trương, đoàn kết nội bộ', en: 'Policy, internal unity' },
  KT: { vi: 'Kinh tế, sản xuất, nông thôn mới', en: 'Economy, production, new countryside' },
  ANTT: { vi: 'An ninh trật tự', en: 'Security and order' },
  DC: { vi: 'Dân chủ ở cơ sở, hương ước', en: 'Democracy at the base' },
  DDXD: { vi: 'Đất đai, trật tự xây dựng', en: 'Land, building order' },
  MT: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  CTN: { vi: 'Chống tham nhũng, lãng phí', en: 'Against corruption and waste' },
  PTD: { vi: 'Phát triển đảng viên, đào tạo', en: 'New members, training' },
  CM: { vi: 'Chuyên môn, cải cách, chuyển đổi số', en: 'Own profession, reform, going digital' },
  DS: { vi: 'Đời sống, việc làm, an sinh', en: 'Living, jobs, welfare' },
  KL: { vi: 'Pháp luật, nội quy, kỷ luật', en: 'Law, rules, discipline' },
} as const satisfies Choices;
