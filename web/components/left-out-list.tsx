import type { Lang } from '#shared/language/lang.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import { leftOutTexts } from '#shared/scorecards/texts/left-out.ts';
import { Alert } from '#web/components/alert.tsx';

/** Names what is in none of a page's figures and lists. */
export function LeftOutList({ leftOut, lang }: { readonly leftOut: readonly LeftOut[]; readonly lang: Lang }) {
  const t = leftOutTexts[lang];
  return (
    <Alert title={t.title(leftOut.length)} tone="notice">
      <p>{t.explained}</p>
      <ul>
        {leftOut.map(({ kind, name, why }) => (
          <li key={name}>
            {t.kinds[kind]} <code>{name}</code>: {t.why[why]}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
