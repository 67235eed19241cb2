import type { ReasonWords } from '#shared/judging/reason.ts';
import { reasonsEn } from '#shared/judging/texts/reasons-en.ts';
import { reasonsVi } from '#shared/judging/texts/reasons-vi.ts';
import type { Bilingual } from '#shared/language/lang.ts';

/** The reasons in every language. Each has a file of its own: the form's script has room for one. */
export const reasons: Bilingual<ReasonWords> = { vi: reasonsVi, en: reasonsEn };
