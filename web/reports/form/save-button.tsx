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

/**
 * The form's first button, which Enter in a field presses: it saves the form, finished or not. It is seen only to say
 * when the form was last saved; the button that is meant stands beside the one that sends.
 */
export function SaveButton({ lang, savedAt }: SaveButtonProps) {
  const t = formTexts[lang];
  const save = { type: 'submit', name: 'press', value: 'save' } as const;
  if (!savedAt) {
    return (
      <button {...save} class="unseen" tabindex={-1}>
        {t.save}
      </button>
    );
  }
  return (
    <div class="notice">
      <p>{t.saved(formatInstant(savedAt), formatInstant(draftExpiry(savedAt)))}</p>
      <button {...save} class="quiet">
        {t.save}
      </button>{' '}
      <button type="submit" class="quiet" name="press" value="discard">
        {t.discard}
      </button>
    </div>
  );
}
