import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import { formatDay } from '#shared/language/format.ts';
import { dayAt } from '#shared/period.ts';
import { practiceMark } from '#shared/practice/texts/practice-mark.ts';
import { Crumbs } from '#web/components/crumbs.tsx';
import { NoticeLine } from '#web/components/notice-line.tsx';
import type { PageContext } from '#web/context.ts';
import { Header } from '#web/header.tsx';
import { styles } from '#web/style.ts';

interface DocumentProps {
  readonly title: string;
  readonly context: PageContext;
  /** The page has typed text, which the language switch would lose: the switch is left out. */
  readonly typing?: boolean;
  /** For tables of a scorecard, which need more width than text. */
  readonly wide?: boolean;
  /** For pages that say what is to be done, and tables to fill in. */
  readonly work?: boolean;
  /** For the report's form: it has no tables. */
  readonly form?: boolean;
  readonly children: ComponentChildren;
}

/** The HTML document around a page's content. The style is inlined, so one response is enough; a script is optional. */
export function Document({
  title,
  context,
  typing = false,
  wide = false,
  work = false,
  form = false,
  children,
}: DocumentProps) {
  const t = commonTexts[context.lang];
  return (
    <html lang={context.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${context.practice ? `${practiceMark[context.lang].title}: ` : ''}${title} - ${t.product}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="manifest" href="/assets/app.webmanifest" />
        <link rel="icon" href="/assets/icon.svg" />
        {/* Only here is markup not escaped: the texts are our own and contain no input. */}
        <style dangerouslySetInnerHTML={{ __html: form ? styles.form : work ? styles.work : styles.page }} />
        {context.script && <script type="module" src={context.script} />}
      </head>
      <body data-user={context.session?.user}>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <Header context={context} switchable={!typing} work={work} />
        {context.crumbs && <Crumbs crumbs={context.crumbs} lang={context.lang} />}
        <main id="main" class={wide ? 'wrap wide' : 'wrap'} tabindex={-1}>
          {context.notice && <NoticeLine notice={context.notice} lang={context.lang} />}
          {context.practice && (
            <p class="generated">
              <strong>{practiceMark[context.lang].title}:</strong>{' '}
              {practiceMark[context.lang].mark(formatDay(dayAt(context.practice.until)))}{' '}
              <a href={pathTo('/practice', {})}>{practiceMark[context.lang].back}</a>
            </p>
          )}
          {context.generated && (
            <p class="generated">
              <strong>{t.notice}:</strong> {t.generated}
            </p>
          )}
          {context.leftOut}
          {children}
        </main>
        <footer>
          <p class="wrap wide">{t.footer}</p>
        </footer>
      </body>
    </html>
  );
}
