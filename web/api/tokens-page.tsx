import { type ApiToken, tokenCounts } from '#shared/access/api-token.ts';
import { pathTo, type TokenScope, tokenScopes } from '#shared/access/routes.ts';
import { scopeLabels, tokenTexts } from '#shared/access/texts/tokens.ts';
import { capitalized, formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Instant } from '#shared/period.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ChoicesField } from '#web/form/choices-field.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface TokensPageProps extends Pick<FormState, 'typed' | 'errors'> {
  readonly context: PageContext;
  readonly tokens: readonly ApiToken[];
  /** For which a token may be. */
  readonly communes: readonly Unit[];
  /** The district and its communes of all times: some of those that a token was made for may have ended. */
  readonly units: readonly Unit[];
  readonly now: Instant;
  /** The token that was just made. */
  readonly secret?: string;
}

/** A district's machine tokens, and the form for a new one. */
export function TokensPage({ context, tokens, communes, units, now, typed, errors, secret }: TokensPageProps) {
  const { lang } = context;
  const t = tokenTexts[lang];
  const nameOf = (each: Unit): [UnitId, string] => [each.id, capitalized(fullName(each))];
  const [names, offered] = [new Map(units.map(nameOf)), new Map(communes.map(nameOf))];
  const form = { lang, typed, errors };
  return (
    <Document title={t.title} context={context} typing={errors.length > 0} wide>
      <h1>{t.title}</h1>
      {secret && (
        <Alert title={t.madeTitle} tone="done">
          <p>
            <code>{secret}</code>
          </p>
          <p>{t.made}</p>
        </Alert>
      )}
      {errors.length > 0 && (
        <Alert title={t.problem}>
          <ul>
            {errors.map((error) => (
              <li key={error.field}>
                <a href={`#${idOf(error.field)}`}>{`${labelOf(error.field, lang)}: ${mistakeAt(error, lang)}`}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <p class="actions">
        <a href={pathTo('/api', {})}>{t.docs}</a> <a href={pathTo('/directory/users', {})}>{t.accounts}</a>
      </p>
      <h2>{t.list}</h2>
      {tokens.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <section class="scroll" aria-label={t.list} tabindex={0}>
          <table class="data cards">
            <thead>
              <tr>
                {[t.number, t.name, t.scopes, t.units, t.until, t.state].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.number}>
                  <th scope="row">{token.number}</th>
                  <td>{token.name}</td>
                  <td data-as={`${t.scopes}: `}>{token.scopes.map((scope) => scopeLabels[lang][scope]).join(', ')}</td>
                  <td data-as={`${t.units}: `}>{token.units.map((id) => names.get(id) ?? id).join(', ')}</td>
                  <td data-as={`${t.until}: `}>{formatInstant(token.until)}</td>
                  <td data-as={`${t.state}: `}>
                    <State context={context} token={token} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h2>{t.make}</h2>
      <form class="card" method="post" action={pathTo('/directory/tokens', {})}>
        <CsrfField context={context} />
        <input type="hidden" name="action" value="make" />
        <TextField form={form} name="name" label={t.name} hint={t.nameHint} must />
        <ChoicesField form={form} name="scopes" field={{ kind: 'choices', ...scopeField }} />
        <ChoicesField
          form={form}
          name="units"
          hint={t.unitsHint}
          field={{
            kind: 'choices',
            label: { vi: tokenTexts.vi.units, en: tokenTexts.en.units },
            choices: Object.fromEntries([...offered].map(([id, name]) => [id, { vi: name, en: name }])),
          }}
        />
        <TextField
          form={{ ...form, typed: { days: '90', ...typed } }}
          name="days"
          label={t.days}
          hint={t.daysHint}
          kind="count"
          must
        />
        <p class="send">
          <button type="submit">{t.make}</button>
        </p>
      </form>
    </Document>
  );
}

const scopeField = {
  label: { vi: tokenTexts.vi.scopes, en: tokenTexts.en.scopes },
  choices: Object.fromEntries(
    (Object.keys(tokenScopes) as TokenScope[]).map((scope) => [
      scope,
      { vi: scopeLabels.vi[scope], en: scopeLabels.en[scope] },
    ]),
  ),
};

function labelOf(field: string, lang: Lang): string {
  const t = tokenTexts[lang];
  const [name = ''] = field.split('[');
  return name === 'scopes' || name === 'units' || name === 'days' ? t[name] : t.name;
}

/** Whether a token counts; one that does can be taken back. */
function State({ context, token, now }: Pick<TokensPageProps, 'context' | 'now'> & { readonly token: ApiToken }) {
  const t = tokenTexts[context.lang];
  if (!tokenCounts(token, now)) return <>{token.revoked ? t.revoked : t.expired}</>;
  return (
    <form method="post" action={pathTo('/directory/tokens', {})}>
      <CsrfField context={context} />
      <input type="hidden" name="action" value="revoke" />
      <input type="hidden" name="number" value={token.number} />
      {t.valid}{' '}
      <button type="submit" class="quiet">
        {t.revoke}
        <span class="unseen">{` ${token.name}`}</span>
      </button>
    </form>
  );
}
