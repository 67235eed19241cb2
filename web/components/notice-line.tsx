import { commonTexts } from '#shared/language/common.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Notice, noticeWords } from '#shared/notices/notice.ts';

/** What the operator tells everybody, and until when it holds. */
export function NoticeLine({ notice, lang }: { readonly notice: Notice; readonly lang: Lang }) {
  const t = commonTexts[lang];
  const said = noticeWords(notice, lang);
  return (
    <p class="generated">
      <strong>{t.operatorNotice}:</strong>{' '}
      {said.lang === lang ? said.words : <span lang={said.lang}>{said.words}</span>}{' '}
      {t.noticeUntil(formatInstant(notice.until))}
    </p>
  );
}
