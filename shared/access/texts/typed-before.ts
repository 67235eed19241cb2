import { inEach } from '#shared/language/lang.ts';

/** Over a form that shows again what was typed before it was refused. */
export const typedBeforeTexts = inEach({
  notStored: {
    vi: 'Đây là nội dung đồng chí đã nhập, chưa được lưu vì còn chỗ phải sửa.',
    en: 'This is what you entered. It is not stored: something in it has to be mended.',
  },
  anew: { vi: 'Xem bản đang lưu', en: 'See what is stored' },
});
