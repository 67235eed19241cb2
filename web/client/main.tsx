import { enhanceForm } from '#web/client/enhance-form.tsx';
import { bodyOf, type KeptForm, keepDraft } from '#web/client/keep-draft.tsx';
import { forget, keep } from '#web/client/local-store.ts';
import { parcelId, settleOpened, showWaiting, watchOutbox } from '#web/client/outbox.tsx';
import { t, user } from '#web/client/page.ts';
import { type OutboxItem, send } from '#web/client/send.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { workOffline } from '#web/client/work-offline.tsx';

/** Whether typed text would be lost. Then the browser asks before it leaves the page without sending. */
let unsent = false;
addEventListener('beforeunload', (event) => unsent && event.preventDefault());

/**
 * Sends a form through the outbox. The device stores it first, so no crash and no dropped connection loses it. Where
 * the server answers but does not store it, the form is sent again as a plain one, whose page says what to do.
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
    // A device that cannot store still sends; without network the form stays as it is.
    const kept = await keep('outbox', id, parcel).then(
      () => true,
      () => false,
    );
    const outcome = await send(parcel);
    if (outcome.kind === 'later') {
      if (!kept) return showStatus('not-kept', <p>{t.notKept}</p>);
      unsent = false;
      await showWaiting();
      document.getElementById('waiting')?.scrollIntoView();
      return;
    }
    if (kept) await forget('outbox', id);
    if (outcome.kind !== 'stored') return sendPlainly();
    await forgetDraft();
    unsent = false;
    location.href = outcome.address;
  };

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // Browsers without `submitter` send the form themselves, and so do buttons with a name.
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

/** Older browsers have modules but not these two. They use the server's page, which needs no script. */
if ('fromEntries' in Object && 'indexedDB' in window && user) {
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

const sheet = document.querySelector<HTMLTableElement>('table.grid');
if (sheet) {
  void import('#web/client/sheet.ts').then(({ workAsSheet }) =>
    workAsSheet(sheet, (cells) => showStatus('pasted', cells > 0 && <p>{t.notPasted(cells)}</p>)),
  );
}
