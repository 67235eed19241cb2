import { markField } from '#web/client/check-field.tsx';
import type { Checked } from '#web/client/check-report.ts';
import type { Field } from '#web/client/form-facts.ts';
import { lang } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';

/** The rules of the whole form, loaded once the form is ready: they are needed where there is no network. */
const rules = document.getElementById('report') ? import('#web/client/check-report.ts') : undefined;

const NONE: Checked = { title: '', mistakes: [] };

/** What the server would say of a form; `undefined` where it would find nothing, or the rules could not be loaded. */
export async function mistakesIn({ dataset }: HTMLFormElement, body: string): Promise<Checked | undefined> {
  const checked = (await rules?.catch(() => undefined))?.checkReport(body, dataset['regime'] ?? '', lang);
  return checked?.mistakes.length ? checked : undefined;
}

/** Shows mistakes at their fields, and all of them at the top, in place of those shown before. */
export function showMistakes(form: HTMLFormElement, { title, mistakes }: Checked = NONE): void {
  for (const field of form.querySelectorAll<Field>('[aria-invalid=true]')) markField(field, undefined);
  const links = mistakes.map(({ field, says }) => {
    const named = form.elements.namedItem(field);
    const place = (named instanceof RadioNodeList ? named[0] : named) as Field | null;
    if (!place?.closest('.field')) return <p key={field}>{says}</p>;
    markField(place, says);
    return (
      <p key={field}>
        <a href={`#${place.id}`}>{says}</a>
      </p>
    );
  });
  showStatus('mistakes', links.length > 0 && [<b key="">{title}</b>, ...links]);
  document.getElementById('mistakes')?.scrollIntoView();
}
