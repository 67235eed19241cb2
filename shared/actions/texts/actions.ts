import { inEach } from '#shared/language/lang.ts';

export const actionsTexts = inEach({
  title: { vi: 'Biện pháp khắc phục', en: 'Corrective actions' },
  none: { vi: 'Chưa có biện pháp nào.', en: 'There is none.' },
});
