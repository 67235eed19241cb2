import type { Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import { whyTexts } from '#shared/reports/files/texts/report-files.ts';
import { fieldLabels, type Question } from '#shared/reports/texts/fields.ts';

/** What a column of a file is called. */
export function labelInFile(field: string, lang: Lang): string {
  return field === 'required' ? whyTexts[lang]['required-differs'] : fieldLabels[lang][field as Question];
}

/** What a row says, in one line. @example wordsOf(row, 'vi') //=> 'Ngày họp: 03/11/2026; Có mặt: 27' */
export function wordsOf({ typed }: { readonly typed: Typed }, lang: Lang): string {
  const filled = Object.entries(fileFields).filter(([field]) => (typed[field] ?? '') !== '');
  return filled.map(([field]) => `${labelInFile(field, lang)}: ${valueInFile(field, typed[field], lang)}`).join('; ');
}

/** What stands for a field, a choice by its words; nothing where it is blank. */
export function valueInFile(field: string, value = '', lang: Lang): string {
  const question = fileFields[field];
  return question?.kind === 'choice' ? (question.choices[value]?.[lang] ?? value) : value;
}
