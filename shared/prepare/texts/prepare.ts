import { inEach } from '#shared/language/lang.ts';

export const prepareTexts = inEach({
  title: { vi: 'Chuẩn bị sinh hoạt', en: 'Preparing the meeting of' },
});
