import type { ComponentChildren } from 'preact';
import { commonTexts } from '#shared/language/common.ts';
import type { PageContext } from '#web/context.ts';
import { Header } from '#web/header.tsx';
import { style } from '#web/style.ts';

interface DocumentProps {
  readonly title: string;
  readonly context: PageContext;
  /** Whether the page holds typed text. It then has no language switch, because that link would lose the text. */
  readonly typing?: boolean;
  /** Whether the page is wide, since a scorecard's tables need more room than text. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** The whole HTML page around a page's content. It is one file: the style is inlined and a script is optional. */
export function Document({ title, context, typing = false, wide = false, children }: DocumentProps) {
  const t = commonTexts[context.lang];
  return (
    <html lang={context.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} - ${t.product}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="manifest" href="/assets/app.webmanifest" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {/* This is the one place where markup is not escaped. The text is our own and contains no input. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {context.session && context.script && <script type="module" src={context.script} />}
      </head>
      <body data-user={context.session?.user}>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <Header context={context} switchable={!typing} />
        <main id="main" class={wide ? 'wrap wide' : 'wrap'} tabindex={-1}>
          {context.generated && (
            <p class="generated">
              <strong>{t.notice}:</strong> {t.generated}
            </p>
          )}
          {children}
        </main>
        <footer>
          <p class="wrap wide">{t.footer}</p>
        </footer>
      </body>
    </html>
  );
}
