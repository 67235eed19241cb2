import { pathTo } from '#shared/routes.ts';
import { forget, keep } from '#web/client/device.ts';
import { bodyOf, type KeptForm, keepDraft } from '#web/client/keep-draft.ts';
import { sumUp } from '#web/client/live-sums.ts';
import { parcelId, settleOpened, showWaiting, watchOutbox } from '#web/client/outbox.ts';
import { element, t, tell, user } from '#web/client/page.ts';
import { type Parcel, send } from '#web/client/send.ts';
import { workOffline } from '#web/client/work-offline.ts';

/** The browser asks before a page with typed text is left in any other way than by sending it. */
function askBeforeLeaving(form: HTMLFormElement): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const stopAsking = () => removeEventListener('beforeunload', ask);
  form.addEventListener('input', () => addEventListener('beforeunload', ask));
  return stopAsking;
}

/**
 * Sends a form by way of the outbox: it is kept on the device first, so that no crash and no dropped connection loses
 * it. What the server does not store at once goes to it as a plain form, whose page says what is to be done.
 */
function sendSafely(form: HTMLFormElement, stopAsking: () => void, { key, forgetDraft }: KeptForm): void {
  const id = parcelId();
  let busy = false;

  const sendPlainly = () => {
    stopAsking();
    form.submit();
  };
  const sendParcel = async () => {
    const cell = document.querySelector('.facts b')?.textContent ?? '';
    const date = (form.elements.namedItem('date') as HTMLInputElement).value;
    const parcel: Parcel = {
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
      return sendPlainly(); // a device that keeps nothing still sends
    }
    const outcome = await send(parcel);
    if (outcome.kind === 'later') {
      stopAsking();
      await showWaiting();
      document.getElementById('waiting')?.scrollIntoView();
      return;
    }
    await forget('outbox', id);
    if (outcome.kind !== 'stored') return sendPlainly();
    await forgetDraft();
    stopAsking();
    location.href = pathTo('/reports/{id}', { id: outcome.report }, { just: 'stored' });
  };

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // Browsers that do not say which button was pressed send the form themselves.
    if (!submitter || submitter.getAttribute('name')) return stopAsking();
    event.preventDefault();
    if (busy) return;
    busy = true;
    tell('sending', element('p', t.sending));
    void sendParcel().finally(() => {
      busy = false;
      tell('sending');
    });
  });
}

const form = document.querySelector<HTMLFormElement>('form#report');
if (form) {
  sumUp(form);
  const stopAsking = askBeforeLeaving(form);
  void keepDraft(form).then((kept) => sendSafely(form, stopAsking, kept));
} else void settleOpened();
watchOutbox();
workOffline();
