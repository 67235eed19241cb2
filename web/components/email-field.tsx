import { accountTexts } from '#shared/texts/accounts.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { PlainField } from '#web/components/plain-field.tsx';

interface EmailFieldProps {
  readonly lang: Lang;
  readonly value?: string | undefined;
}

/** The e-mail address of an account, which it may go without. */
export function EmailField({ lang, value = '' }: EmailFieldProps) {
  const { email, emailHint } = accountTexts[lang];
  return (
    <PlainField
      lang={lang}
      name="email"
      label={email}
      hint={emailHint}
      value={value}
      inputmode="email"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
    />
  );
}
