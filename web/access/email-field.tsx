import { accountTexts } from '#shared/access/texts/accounts.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Faults, faultTextAt } from '#web/access/account-faults.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface EmailFieldProps {
  readonly lang: Lang;
  readonly value?: string | undefined;
  readonly faults?: Faults | undefined;
}

/** Asks for the account's e-mail address, which is optional. */
export function EmailField({ lang, value = '', faults }: EmailFieldProps) {
  const { email, emailHint } = accountTexts[lang];
  return (
    <PlainField
      lang={lang}
      name="email"
      label={email}
      hint={emailHint}
      error={faultTextAt('email', faults, lang)}
      value={value}
      inputmode="email"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
    />
  );
}
