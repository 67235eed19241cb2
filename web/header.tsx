import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { commonTexts } from '#shared/language/common.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Navigation } from '#web/navigation.tsx';

interface HeaderProps {
  readonly context: PageContext;
  readonly switchable: boolean;
  /** The page has the styles of work pages, and with them the search. */
  readonly work?: boolean;
}

/** Who is signed in and the button to sign out, in one row; below it the navigation. */
export function Header({ context, switchable, work = false }: HeaderProps) {
  const { lang, session } = context;
  const t = commonTexts[lang];
  return (
    <>
      <header>
        <div class="wrap top">
          <p class="brand">
            <a href={pathTo('/', {})}>{t.product}</a>
          </p>
          {session && (
            <>
              <p class="who">
                <span class="unseen">{t.signedIn}: </span>
                <b>{session.unitName}</b>{' '}
                <a href={pathTo('/account', {})}>
                  {roleLabels[lang][session.role]}
                  {session.group !== undefined && ` ${session.group}`} ({session.user})
                </a>
              </p>
              {work && (
                <form class="look" action={pathTo('/search', {})}>
                  <label>
                    <span class="unseen">{t.searchFor}</span>
                    <input type="search" name="q" placeholder={t.searchFor} />
                  </label>
                  <button type="submit" class="quiet">
                    {t.search}
                  </button>
                </form>
              )}
              <form method="post" action={pathTo('/logout', {})}>
                <CsrfField context={context} />
                <button type="submit" class="quiet">
                  {t.signOut}
                </button>
              </form>
            </>
          )}
        </div>
      </header>
      <Navigation context={context} switchable={switchable} />
    </>
  );
}
