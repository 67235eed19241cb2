import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import { type Lang, langs } from '#shared/language/lang.ts';
import { languageNames } from '#shared/language/languages.ts';
import type { PageContext } from '#web/context.ts';

/** The main pages of the reader's role with the current one marked, the search, and the page in the other language. */
export function Navigation({ context, switchable }: { readonly context: PageContext; readonly switchable: boolean }) {
  const { lang, session, path } = context;
  const t = commonTexts[lang];
  return (
    <nav class="nav" aria-label={t.menu}>
      <div class="wrap">
        {session &&
          linksOf(session, lang).map(({ to, name }) => (
            <Fragment key={to}>
              <a href={to} aria-current={currentAs(to, path, session.role)}>
                {name}
              </a>{' '}
            </Fragment>
          ))}
        {session && (
          <a href={pathTo('/search', {})} aria-current={currentAs(pathTo('/search', {}), path, session.role)}>
            {t.search}
          </a>
        )}
        {switchable &&
          langs
            .filter((other) => other !== lang)
            .map((other) => (
              <Fragment key={other}>
                {' '}
                <a href={inLanguage(other, context)} lang={other}>
                  {languageNames[other]}
                </a>
              </Fragment>
            ))}
      </div>
    </nav>
  );
}

interface Link {
  readonly to: string;
  readonly name: string;
}

function linksOf({ role, unit }: NonNullable<PageContext['session']>, lang: Lang): Link[] {
  const t = commonTexts[lang];
  const leads = role === 'district' || role === 'group';
  const link = (to: string, name: string, isFor = true) => (isFor ? [{ to, name }] : []);
  return [
    ...link(pathTo('/', {}), leads ? t.week : t.home),
    ...link(pathTo('/scorecards/{unit}', { unit }), t.scorecards, role === 'district' || role === 'commune'),
    ...link(pathTo('/prepare', {}, { cell: unit }), t.prepare, role === 'cell'),
    ...link(pathTo('/reviews', {}), t.reviews, role !== 'cell'),
    ...link(pathTo('/actions', {}), t.actions, role !== 'cell'),
    ...link(pathTo('/matters', {}), t.matters),
    ...link(pathTo('/tasks', {}), t.tasks),
    ...link(pathTo('/visits', {}), t.groups, role !== 'cell'),
    ...link(pathTo('/library', {}), t.library),
    ...link(pathTo('/directory/users', {}), t.accounts, role === 'district'),
  ];
}

/** The main page that a page belongs to where its address does not begin as that one's, by the first word of both. */
const belongsTo: Readonly<Record<string, string>> = {
  briefings: 'scorecards',
  summaries: 'scorecards',
  calls: '',
  groups: 'visits',
  // Units, tokens and the record are reached from the accounts.
  directory: 'directory',
  audit: 'directory',
};

/** `page`: the link leads to this very page; `true`: this page is below it. A month's reports are where communes start. */
function currentAs(to: string, path: string, role: string): 'page' | 'true' | undefined {
  const [own, here] = [to, path].map((each) => each.split('?')[0] ?? '') as [string, string];
  if (own === here) return 'page';
  const [, main = ''] = own.split('/');
  const [, first = ''] = here.split('/');
  if (first === 'months') return main === '' && (role === 'commune' || role === 'cell') ? 'true' : undefined;
  // The scorecards of units below are of other units than the link's.
  const isBelow = here.startsWith(`${own}/`) || (first === main && main === 'scorecards');
  return isBelow || belongsTo[first] === main ? 'true' : undefined;
}

/** Links to this page in the other language. */
function inLanguage(lang: Lang, { path }: PageContext): string {
  const [before = '/', query = ''] = path.split('?');
  const others = query.split('&').filter((part) => part && !part.startsWith('lang='));
  return `${before}?${[...others, `lang=${lang}`].join('&')}`;
}
