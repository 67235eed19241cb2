import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Instant } from '#shared/period.ts';
import { draftExpiry } from '#shared/reports/draft.ts';
import { formTexts } from '#shared/reports/texts/form.ts';

interface SaveButtonProps {
  readonly lang: Lang;
  /** When the author last saved this form. */
  readonly savedAt?: Instant;
}

/** Saves the form, finished or not, and shows when it was last saved. */
export function SaveButton({ lang, savedAt }: SaveButtonProps) {
  const t = formTexts[lang];
  return (
    <div class={savedAt ? 'notice' : 'save'}>
      {savedAt && <p>{t.saved(formatInstant(savedAt), formatInstant(draftExpiry(savedAt)))}</p>}
      <button type="submit" class="quiet" name="press" value="save">
        {t.save}
      </button>{' '}
      {savedAt ? (
        <button type="submit" class="quiet" name="press" value="discard">
          {t.discard}
        </button>
      ) : (
        <span class="hint">{t.saveHint}</span>
      )}
    </div>
  );
}
