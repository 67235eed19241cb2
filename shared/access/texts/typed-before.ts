import { inEach } from '#shared/language/lang.ts';

/** Over what was typed before it was refused: in its form again or, where that is not offered any more, to be copied. */
export const typedBeforeTexts = inEach({
  notStored: {
    vi: 'Đây là nội dung đồng chí đã nhập, chưa được lưu vì còn chỗ phải sửa.',
    en: 'This is what you entered. It is not stored: something in it has to be mended.',
  },
  toCopy: {
    vi: 'Nội dung đồng chí vừa nhập (chưa được lưu, có thể chép lại)',
    en: 'What you entered (not stored; you can copy it)',
  },
  anew: { vi: 'Xem bản đang lưu', en: 'See what is stored' },
});
