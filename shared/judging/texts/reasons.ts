import type { ReasonWords } from '#shared/judging/reason.ts';
import { reasonsEn } from '#shared/judging/texts/reasons-en.ts';
import { reasonsVi } from '#shared/judging/texts/reasons-vi.ts';
import type { Bilingual } from '#shared/language/lang.ts';

/** The reasons in every language. Each language has its own file: the form's script has room for only one. */
export const reasons: Bilingual<ReasonWords> = { vi: reasonsVi, en: reasonsEn };
