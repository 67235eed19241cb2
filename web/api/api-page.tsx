import { pathTo, type RouteKey, tokenScopeOf } from '#shared/access/routes.ts';
import { scopeLabels, tokenTexts } from '#shared/access/texts/tokens.ts';
import { examples } from '#shared/api/examples.ts';
import { operationOf, operations } from '#shared/api/operations.ts';
import { apiTexts } from '#shared/api/texts/api.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

/** The interface for other programs, in words: what it promises, and how to begin. */
export function ApiPage({ context }: { readonly context: PageContext }) {
  const { lang } = context;
  const t = apiTexts[lang];
  const routes = Object.keys(operations) as RouteKey[];
  return (
    <Document title={t.title} context={context} wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="actions">
        <a href={pathTo('/openapi.json', {})}>{t.document}</a>{' '}
        {context.session?.role === 'district' && <a href={pathTo('/directory/tokens', {})}>{tokenTexts[lang].title}</a>}
      </p>
      <h2>{t.tokenTitle}</h2>
      <p>{t.token}</p>
      <h2>{t.operationsTitle}</h2>
      {routes.map((route) => {
        const scope = tokenScopeOf(route);
        const { summary, query = {} } = operationOf(route) ?? { summary: { vi: '', en: '' } };
        return (
          <section key={route} aria-label={route}>
            <h3>
              <code>{route}</code>
            </h3>
            <p>
              {`${summary[lang]}. ${t.scope}: `}
              {scope ? <code>{scope}</code> : t.open}
              {scope && ` (${scopeLabels[lang][scope]})`}
            </p>
            {Object.keys(query).length > 0 && (
              <ul>
                {Object.entries(query).map(([name, { about }]) => (
                  <li key={name}>
                    <code>{name}</code>: {about[lang]}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      <Example title="POST /reports" content={examples.ReportForm} />
      <h2>{t.changesTitle}</h2>
      <p>{t.changes}</p>
      <Example title="GET /changes" content={examples.Changes} />
      <h2>{t.filesTitle}</h2>
      <p>{t.files}</p>
      <h2>{t.errorsTitle}</h2>
      <p>{t.errors}</p>
      <Example title="422" content={examples.Problem} />
    </Document>
  );
}

function Example({ title, content }: { readonly title: string; readonly content: object }) {
  return (
    <section class="scroll" aria-label={title} tabindex={0}>
      <pre>
        <code>{`${title}\n${JSON.stringify(content, null, 1)}`}</code>
      </pre>
    </section>
  );
}
