/** Types of cells by their organisation (Hướng dẫn 42-HD/BTCTW, 28/10/2025, section 4; the commune list is ours). */
export const cellTypes = {
  thon: 'Thôn',
  tdp: 'Tổ dân phố',
  'co-quan': 'Cơ quan, đơn vị',
  'truong-hoc': 'Trường học',
  'y-te': 'Trạm y tế',
  'cong-an': 'Công an',
  'quan-su': 'Quân sự',
  'doanh-nghiep': 'Doanh nghiệp',
  htx: 'Hợp tác xã',
  khac: 'Khác',
} as const;

export type CellType = keyof typeof cellTypes;
