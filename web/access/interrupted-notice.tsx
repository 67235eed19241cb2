import { formDeed } from '#shared/access/form-deed.ts';
import { pathTo } from '#shared/access/routes.ts';
import { interruptedTexts } from '#shared/access/texts/interrupted.ts';
import type { InterruptedForm } from '#web/access/pending-request.tsx';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';

interface InterruptedNoticeProps {
  readonly context: PageContext;
  readonly form: InterruptedForm;
}

/** Before signing in: whose form is kept, what it is about to do, and what becomes of it. */
export function InterruptedNotice({ context, form: { path, body } }: InterruptedNoticeProps) {
  const { lang, session, interrupted } = context;
  const t = interruptedTexts[lang];
  const typed = Object.fromEntries(new URLSearchParams(body));
  const deed = formDeed({ path, typed }, lang, interrupted?.unitName);
  const owner = interrupted?.owner;
  return (
    <Alert title={t.keptTitle} tone="notice">
      <p>{owner ? t.kept : t.unknownKept}</p>
      {deed && (
        <p>
          <b>{t.deed(deed)}</b>
        </p>
      )}
      <p>{owner ? t.owner(owner.user, owner.unitName) : t.unknown}</p>
      {session && (
        <p>
          {t.otherAccount(session.user)} <a href={pathTo('/', {})}>{t.goOn}</a>
        </p>
      )}
    </Alert>
  );
}
