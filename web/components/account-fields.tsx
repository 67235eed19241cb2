import { roles } from '#shared/accounts.ts';
import { accountTexts } from '#shared/texts/accounts.ts';
import { roleLabels } from '#shared/texts/choices.ts';
import type { Lang } from '#shared/texts/lang.ts';
import type { Typed } from '#shared/typed.ts';

/** For whom an account is: role, unit and, for a working group, its number. */
export function AccountFields({ lang, typed }: { readonly lang: Lang; readonly typed: Typed }) {
  const t = accountTexts[lang];
  return (
    <>
      <div class="field">
        <label for="role">{t.role}</label>
        <select id="role" name="role">
          {roles.toReversed().map((role) => (
            <option key={role} value={role} selected={typed['role'] === role}>
              {roleLabels[lang][role]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="unit">{t.unit}</label>
        <p id="unit-hint" class="hint">
          {t.unitHint}
        </p>
        <input
          id="unit"
          name="unit"
          value={typed['unit'] ?? ''}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="unit-hint"
        />
      </div>
      <div class="field">
        <label for="group">{t.group}</label>
        <input id="group" name="group" value={typed['group'] ?? ''} inputmode="numeric" autocomplete="off" />
      </div>
    </>
  );
}
