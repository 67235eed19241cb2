import { enhanceForm } from '#web/client/enhance-form.tsx';
import { bodyOf, type KeptForm, keepDraft } from '#web/client/keep-draft.tsx';
import { forget, keep } from '#web/client/local-store.ts';
import { parcelId, settleOpened, showWaiting, watchOutbox } from '#web/client/outbox.tsx';
import { t, user } from '#web/client/page.ts';
import { type OutboxItem, send } from '#web/client/send.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { workOffline } from '#web/client/work-offline.tsx';

/** Whether typed text would be lost. If so, the browser asks before the user leaves the page without sending. */
let unsent = false;
addEventListener('beforeunload', (event) => unsent && event.preventDefault());

/**
 * Sends a form through the outbox. It is stored on the device first, so that no crash or dropped connection loses it.
 * If the server does not store it at once, it is sent as a plain form, and the resulting page says what to do.
 */
function sendSafely(form: HTMLFormElement, { key, forgetDraft }: KeptForm): void {
  const id = parcelId();
  let busy = false;

  const sendPlainly = () => {
    unsent = false;
    form.submit();
  };
  const sendParcel = async () => {
    const cell = document.querySelector('.facts b')?.textContent ?? '';
    const date = (form.elements.namedItem('date') as HTMLInputElement).value;
    const parcel: OutboxItem = {
      id,
      user,
      action: form.getAttribute('action') ?? '',
      body: bodyOf(form),
      label: `${cell}, ${date}`,
      draft: key,
      filledAt: new Date().toISOString(),
    };
    try {
      await keep('outbox', id, parcel);
    } catch {
      return sendPlainly(); // a device without storage still sends
    }
    const outcome = await send(parcel);
    if (outcome.kind === 'later') {
      unsent = false;
      await showWaiting();
      document.getElementById('waiting')?.scrollIntoView();
      return;
    }
    await forget('outbox', id);
    if (outcome.kind !== 'stored') return sendPlainly();
    await forgetDraft();
    unsent = false;
    location.href = outcome.address;
  };

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // Browsers that do not say which button was pressed send the form themselves.
    if (!submitter || submitter.getAttribute('name')) {
      unsent = false;
      return;
    }
    event.preventDefault();
    if (busy) return;
    busy = true;
    showStatus('sending', <p>{t.sending}</p>);
    void sendParcel().finally(() => {
      busy = false;
      showStatus('sending');
    });
  });
}

/** Older browsers that have modules but lack these functions use the server's page, which works without a script. */
if ('fromEntries' in Object && 'indexedDB' in window) {
  const form = document.querySelector<HTMLFormElement>('form#report');
  if (form) {
    enhanceForm(form);
    form.addEventListener('input', () => {
      unsent = true;
    });
    void keepDraft(form).then((kept) => sendSafely(form, kept));
  }
  void settleOpened().finally(watchOutbox);
  workOffline();
}
