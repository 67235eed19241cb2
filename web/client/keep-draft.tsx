import { addRow } from '#web/client/live-rows.ts';
import { onDevice } from '#web/client/local-store.ts';
import { t, user } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { QuietButton } from '#web/components/quiet-button.tsx';

/** After this pause in typing, the form is saved on the device. */
const PAUSE_MS = 800;

/** The fields of a form, without those of the session and of the server's own draft. */
export function bodyOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (name !== 'csrf' && name !== 'savedAt') fields.append(name, String(value));
  });
  return fields.toString();
}

/** Fills a form and adds the rows that are missing. */
function fill(form: HTMLFormElement, body: string): void {
  new URLSearchParams(body).forEach((value, name) => {
    if (!form.elements.namedItem(name)) addRow(form, name.split('[')[0] as string);
    const field = form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
    if (!field) return;
    if (field.value !== value) form.querySelector(`[name="${name}"]`)?.closest('details')?.setAttribute('open', '');
    // A box that was kept was ticked; to any other field `checked` says nothing.
    Object.assign(field, { value, checked: true });
  });
}

/** The draft of a form on the device. */
export interface KeptForm {
  readonly key: string;
  /** Saves it now: nobody may be there at the next pause. */
  readonly save: () => Promise<unknown>;
  /** Call this once the report is stored or discarded. */
  readonly forgetDraft: () => Promise<unknown>;
}

/**
 * Saves a form on the device at every pause and restores it after a crash. It restores only into a new form, never into
 * the page that answers a form just sent.
 */
export async function keepDraft(form: HTMLFormElement): Promise<KeptForm> {
  const value = (name: string) => new FormData(form).get(name) ?? '';
  const key = [user, form.getAttribute('action'), value('cell'), value('month'), value('kind') || 'regular'].join(' ');
  const fromServer = bodyOf(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stored = false;

  const save = async () => {
    if (stored) return;
    await onDevice((device) => device.keepDraft(key, bodyOf(form))).catch(() =>
      showStatus('not-kept', <p>{t.notKept}</p>),
    );
  };
  const forgetDraft = () => {
    stored = true;
    clearTimeout(timer);
    return onDevice((device) => device.forgetDraft(key)).catch(() => undefined);
  };

  const restore = async () => {
    const kept = await onDevice((device) => device.findDraft(key)).catch(() => undefined);
    if (!kept || kept === fromServer || !location.pathname.endsWith('/new')) return;
    fill(form, kept);
    form.dispatchEvent(new Event('input'));
    const drop = () => void forgetDraft().then(() => location.reload());
    showStatus(
      'restored',
      <>
        {t.restored} <QuietButton onClick={drop}>{t.undo}</QuietButton>
      </>,
    );
  };
  await restore();
  // WebKit empties such a form when one comes back to the page as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && restore());

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  // The last event at which a page that goes to the background can still write.
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && timer && save());
  form.addEventListener('submit', ({ submitter }) => {
    if ((submitter as HTMLButtonElement | null)?.value === 'discard') void forgetDraft();
  });
  return { key, save, forgetDraft };
}
