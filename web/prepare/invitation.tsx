import { capitalized } from '#shared/language/format.ts';
import { invitation } from '#shared/prepare/invitation.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The invitation as text to copy. It is in Vietnamese, as its readers are. */
export function Invitation({ context: { lang }, cell, prepared, agenda }: PrepareProps) {
  const t = prepareTexts[lang];
  return (
    <section id="invite" class="noprint">
      <h2>
        <label for="invitation">{t.invite}</label>
      </h2>
      <p id="invitation-hint" class="hint">
        {t.inviteHint}
      </p>
      <textarea id="invitation" lang="vi" readonly rows={5} aria-describedby="invitation-hint">
        {invitation(capitalized(cell.name), prepared, agenda)}
      </textarea>
    </section>
  );
}
