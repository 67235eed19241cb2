import { inEach } from '#shared/language/lang.ts';

export const resultTexts = inEach({
  title: { vi: 'Kết quả bằng con số', en: 'Results in figures' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  quantity: { vi: 'Cộng', en: 'In all' },
  results: { vi: 'Số kết quả được báo', en: 'Results reported' },
  byUnit: { vi: 'Kết quả theo đơn vị', en: 'Results by unit' },
  byGroup: { vi: 'Kết quả theo tổ công tác', en: 'Results by working group' },
  note: {
    vi: 'Cộng những kết quả của nghị quyết, kết luận mà chi bộ báo bằng con số; nơi không báo thì chưa rõ, không phải là 0.',
    en: 'The sum of what cells report of their resolutions as numbers; where nothing is reported it is not known, and not 0.',
  },
});
