import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { commonTexts } from '#shared/language/common.ts';
import { type Lang, langs } from '#shared/language/lang.ts';
import { languageNames } from '#shared/language/languages.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

/** The unit of the reader, links to the main pages, and the button to sign out. */
export function Header({ context, switchable }: { readonly context: PageContext; readonly switchable: boolean }) {
  const { lang, session } = context;
  const t = commonTexts[lang];
  return (
    <header>
      <div class="wrap top">
        <p class="brand">
          <a href={pathTo('/', {})}>{t.product}</a>
        </p>
        {session && (
          <p class="who">
            <span class="unseen">{t.signedIn}: </span>
            <b>{session.unitName}</b>{' '}
            <span>
              {roleLabels[lang][session.role]}
              {session.group !== undefined && ` ${session.group}`} (<a href={pathTo('/account', {})}>{session.user}</a>)
            </span>
          </p>
        )}
        <nav aria-label={t.menu}>
          {session && (
            <>
              <a href={pathTo('/', {})}>{t.home}</a> <a href={pathTo('/matters', {})}>{t.matters}</a>{' '}
              <a href={pathTo('/library', {})}>{t.library}</a> <a href={pathTo('/receipts', {})}>{t.receipts}</a>{' '}
              {session.role === 'district' && <a href={pathTo('/directory/users', {})}>{t.accounts}</a>}{' '}
            </>
          )}
          {switchable &&
            langs
              .filter((other) => other !== lang)
              .map((other, at) => (
                <Fragment key={other}>
                  {at > 0 && ' '}
                  <a href={inLanguage(other, context)} lang={other}>
                    {languageNames[other]}
                  </a>
                </Fragment>
              ))}
          {session && (
            <form method="post" action={pathTo('/logout', {})}>
              <CsrfField context={context} />
              <button type="submit" class="quiet">
                {t.signOut}
              </button>
            </form>
          )}
        </nav>
      </div>
    </header>
  );
}

/** Links to this page in the other language. */
function inLanguage(lang: Lang, { path }: PageContext): string {
  const [before = '/', query = ''] = path.split('?');
  const others = query.split('&').filter((part) => part && !part.startsWith('lang='));
  return `${before}?${[...others, `lang=${lang}`].join('&')}`;
}
