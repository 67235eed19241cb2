import { capitalized } from '#shared/language/format.ts';
import { invitation } from '#shared/prepare/invitation.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { MoreSection } from '#web/components/more-section.tsx';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The invitation as text to copy. It is in Vietnamese, as its readers are. */
export function Invitation({ context: { lang }, cell, prepared, agenda }: PrepareProps) {
  const t = prepareTexts[lang];
  return (
    <MoreSection title={t.invite}>
      <p class="hint">{t.inviteHint}</p>
      {/* No field: Lynx sends one that stands behind a form along with that form. */}
      <p class="known" lang="vi" data-copy={t.copy} data-copied={t.copied} data-sms={t.sms}>
        {invitation(capitalized(cell.name), prepared, agenda)}
      </p>
    </MoreSection>
  );
}
