import { roles } from '#shared/access/accounts.ts';
import { accountTexts } from '#shared/access/texts/accounts.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Faults, faultTextAt } from '#web/access/account-faults.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface AccountFieldsProps {
  readonly lang: Lang;
  readonly typed: Typed;
  readonly faults?: Faults | undefined;
}

/** Asks for the account's role, its unit and, for a working group, its number. */
export function AccountFields({ lang, typed, faults }: AccountFieldsProps) {
  const t = accountTexts[lang];
  return (
    <>
      <PlainField lang={lang} name="role" label={t.role} error={faultTextAt('role', faults, lang)}>
        {roles.toReversed().map((role) => (
          <option key={role} value={role} selected={typed['role'] === role}>
            {roleLabels[lang][role]}
          </option>
        ))}
      </PlainField>
      <PlainField
        lang={lang}
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        error={faultTextAt('unit', faults, lang)}
        value={typed['unit'] ?? ''}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <PlainField
        lang={lang}
        name="group"
        label={t.group}
        error={faultTextAt('group', faults, lang)}
        value={typed['group'] ?? ''}
        inputmode="numeric"
        autocomplete="off"
      />
    </>
  );
}
