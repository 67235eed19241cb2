import { randomBytes } from 'node:crypto';
import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { secretDigest, type TokenStore } from '#functions/store/token-store.ts';
import { type ApiToken, spellToken, tokenName } from '#shared/access/api-token.ts';
import { readToken } from '#shared/access/read-token.ts';
import { tokenTexts } from '#shared/access/texts/tokens.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { monthAt } from '#shared/period.ts';
import { districtOf, isStanding } from '#shared/units/units.ts';
import { TokensPage } from '#web/api/tokens-page.tsx';

interface TokensDeps {
  readonly directory: Pick<DirectoryStore, 'subtree'>;
  readonly tokenStore: Pick<TokenStore, 'all' | 'add' | 'revoke'>;
}

/** Shows a district's machine tokens, without their secrets, and asks for a new one. */
export const showTokens: Action<TokensDeps> = (request, deps) => answer(request, {}, deps);

/** Makes a token, which is shown this once, or takes one back. */
export const changeTokens: Action<TokensDeps> = (request, deps) => {
  const { action } = request.body;
  if (action === 'make') return make(request, deps);
  return action === 'revoke' ? revoke(request, deps) : Promise.resolve(problem('bad-request', request.lang));
};

async function make(request: SignedIn, deps: TokensDeps): Promise<Answer> {
  const { body, viewer, now } = request;
  const district = districtOf(viewer.unit);
  const secret = randomBytes(32).toString('base64url');
  const { communes } = await unitsOf(request, deps);
  return takeForm(request, {
    parse: () => readToken(body, { district, communes: communes.map(({ id }) => id), now }),
    refuse: (errors) => answer(request, { typed: body, errors }, deps),
    append: ({ ok: _, ...words }, before) =>
      deps.tokenStore.add({ ...words, district, digest: secretDigest(secret) }, authorshipOf(request), before),
    stale: () => answer(request, { typed: body }, deps),
    owes: (token) => ({
      kind: 'token',
      of: `make ${tokenName(token)} ${token.scopes.join(' ')} of ${token.units.join(' ')} until ${token.until}`,
    }),
    done: (token) => answer(request, { made: { token, secret: spellToken({ ...token, secret }) } }, deps),
  });
}

async function revoke(request: SignedIn, deps: TokensDeps): Promise<Answer> {
  const { body, viewer, owing, lang } = request;
  const number = parseCount(body['number'] ?? '') ?? 0;
  const token = { district: districtOf(viewer.unit), number };
  const change = changeOf(owing, () => ({ kind: 'token', of: `revoke ${tokenName(token)}` }));
  const { kind, stored } = await deps.tokenStore.revoke(token, authorshipOf(request), change.before);
  if (!stored) return problem('not-found', lang);
  const audit = await owing.pay([change.stored(stored, kind === 'added')]);
  return { ...(await answer(request, {}, deps)), audit };
}

/** The district's units above cells, of all times, and the communes that a token may be for: those that stand. */
async function unitsOf({ viewer, now }: SignedIn, { directory }: TokensDeps) {
  const all = await directory.subtree(districtOf(viewer.unit));
  const units = all.filter(({ level }) => level !== 'cell');
  const communes = units.filter((each) => each.level === 'commune' && isStanding(monthAt(now), each, []));
  return { units, communes };
}

interface Said extends SentFormState {
  readonly made?: { readonly token: ApiToken; readonly secret: string };
}

async function answer(request: SignedIn, said: Said, deps: TokensDeps): Promise<Answer> {
  const { viewer, now, lang } = request;
  const [tokens, { units, communes }] = await Promise.all([
    deps.tokenStore.all(districtOf(viewer.unit)),
    unitsOf(request, deps),
  ]);
  const { made, typed = {}, errors = [] } = said;
  return {
    status: made ? 201 : 200,
    of: { unit: viewer.unit, page: tokenTexts[lang].title },
    json: { tokens: tokens.map(tokenJson), ...(made && { made: { ...tokenJson(made.token), token: made.secret } }) },
    page: (context) => (
      <TokensPage
        context={context}
        tokens={tokens}
        communes={communes}
        units={units}
        now={now}
        typed={typed}
        errors={errors}
        {...(made && { secret: made.secret })}
      />
    ),
  };
}

/** A token without what tells its secret. */
function tokenJson({ digest: _, district: __, ...token }: ApiToken): object {
  return token;
}
