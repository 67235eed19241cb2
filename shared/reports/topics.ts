import type { Bilingual } from '#shared/language/lang.ts';

/** Topics of concerns: Đề án 06 (Hiệp Hòa, 03/2019) names them, and its report of 22/02/2021 adds some. */
export const topics = {
  ANTT: { vi: 'An ninh trật tự', en: 'Security and order' },
  DKNB: { vi: 'Đoàn kết nội bộ', en: 'Internal unity' },
  DD: { vi: 'Quản lý đất đai', en: 'Land management' },
  MT: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  XDCB: { vi: 'Đầu tư xây dựng cơ bản', en: 'Public construction' },
  BX: { vi: 'Bức xúc trong nhân dân', en: 'Grievances of the people' },
  KNTC: { vi: 'Đơn thư khiếu nại, tố cáo', en: 'Complaints and denunciations' },
  TC: { vi: 'Vi phạm tài chính', en: 'Financial violations' },
  CSXH: { vi: 'Vi phạm chính sách xã hội', en: 'Social policy violations' },
  TNXH: { vi: 'Tệ nạn xã hội', en: 'Social evils' },
  VC: { vi: 'Khiếu kiện vượt cấp', en: 'Complaints over the heads of officials' },
  KHAC: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type Topic = keyof typeof topics;

/** Topics that are asked no more: going over somebody's head is an attribute of a concern, whatever it is about. */
export const formerTopics: readonly Topic[] = ['VC'];

export function isTopic(code: string): code is Topic {
  return Object.hasOwn(topics, code);
}
