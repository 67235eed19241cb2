import { fieldOf, type PasswordProblem } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import { codeTexts, ownAccountTexts, passwordProblemTexts, passwordTexts } from '#shared/access/texts/sign-in.ts';
import type { Lang } from '#shared/language/lang.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { PlainField } from '#web/form/plain-field.tsx';

/** Why the password was not changed; after too many attempts, how many minutes to wait. */
export type OwnPasswordProblem = PasswordProblem | 'wrong-old' | 'wrong-code' | { readonly minutes: number };

/** The sentence for a problem, and its field if it has one. */
export function ownPasswordFault(
  problem: OwnPasswordProblem,
  lang: Lang,
): { readonly field?: 'old' | 'code' | 'password' | 'repeat'; readonly says: string } {
  if (typeof problem !== 'string') return { says: ownAccountTexts[lang].wait(problem.minutes) };
  if (problem === 'wrong-old') return { field: 'old', says: ownAccountTexts[lang].wrongOld };
  if (problem === 'wrong-code') return { field: 'code', says: codeTexts[lang].wrong };
  return { field: fieldOf(problem), says: passwordProblemTexts[lang][problem] };
}

interface OwnPasswordFormProps {
  readonly context: PageContext;
  readonly user: string;
  /** Whether the account has an authenticator app. */
  readonly asksForCode: boolean;
  readonly problem?: OwnPasswordProblem;
}

/** Asks for the old password and twice for a new one. Passwords must be typed again after a mistake. */
export function OwnPasswordForm({ context, user, asksForCode, problem }: OwnPasswordFormProps) {
  const { lang } = context;
  const t = ownAccountTexts[lang];
  const { forUser, password, rules, repeat } = passwordTexts[lang];
  const { code, hint } = codeTexts[lang];
  const wrong = problem === undefined ? undefined : ownPasswordFault(problem, lang);
  const errorAt = (name: string) => (wrong?.field === name ? wrong.says : undefined);
  const chosen = { type: 'password', autocomplete: 'new-password' } as const;
  const digits = { inputmode: 'numeric', autocomplete: 'one-time-code' } as const;
  return (
    <form class="sign-in" method="post" action={pathTo('/account/password', {})}>
      <CsrfField context={context} />
      <PlainField lang={lang} name="user" label={forUser} value={user} readonly autocomplete="username" />
      <PlainField
        lang={lang}
        name="old"
        label={t.oldPassword}
        error={errorAt('old')}
        type="password"
        autocomplete="current-password"
      />
      {asksForCode && (
        <PlainField lang={lang} name="code" label={code} hint={hint} error={errorAt('code')} {...digits} />
      )}
      <PlainField lang={lang} name="password" label={password} hint={rules} error={errorAt('password')} {...chosen} />
      <PlainField lang={lang} name="repeat" label={repeat} error={errorAt('repeat')} {...chosen} />
      <p class="send">
        <button type="submit">{t.changePassword}</button>
      </p>
    </form>
  );
}
