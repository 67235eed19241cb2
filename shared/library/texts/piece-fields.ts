import { inEach, type Lang } from '#shared/language/lang.ts';
import { typesField } from '#shared/library/piece.ts';
import { fieldLabels } from '#shared/reports/texts/fields.ts';

/** The questions of a piece's form. They stand apart from those of the report, which its script carries. */
export const pieceLabels = inEach({
  title: { vi: 'Tên bài', en: 'Title' },
  subject: { vi: 'Chủ đề', en: 'Subject' },
  content: { vi: 'Nội dung bài', en: 'Content' },
  questions: { vi: 'Câu hỏi gợi ý thảo luận', en: 'Questions for the discussion' },
});

/** What a field of the forms of a piece is called. */
export function pieceFieldName(field: string, lang: Lang): string {
  const labels: Readonly<Record<string, string>> = { ...pieceLabels[lang], reason: fieldLabels[lang].reason };
  return labels[field] ?? typesField.label[lang];
}
