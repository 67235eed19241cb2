import { actionsTexts } from '#shared/actions/texts/actions.ts';
import type { Lang } from '#shared/language/lang.ts';

const labelled = [
  ...['what', 'who', 'due', 'cause', 'why', 'group', 'reason'],
  ...['month', 'said', 'counted', 'countedOf', 'result', 'despite'],
] as const;

/** What a field of an action is called where its mistake is told at the top of the page. */
export function actionLabel(field: string, lang: Lang): string {
  const texts = actionsTexts[lang] as unknown as Readonly<Record<string, string>>;
  return (labelled as readonly string[]).includes(field) ? (texts[field] ?? field) : field;
}
