import { inEach } from '#shared/language/lang.ts';

export const lineageTexts = inEach({
  before: { vi: 'Trước đây là', en: 'Formerly' },
  after: { vi: 'Nay thuộc', en: 'Now part of' },
});
