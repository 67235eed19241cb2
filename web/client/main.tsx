import { enhanceForm } from '#web/client/enhance-form.tsx';
import { bodyOf, type KeptForm, keepDraft } from '#web/client/keep-draft.tsx';
import { onDevice } from '#web/client/local-store.ts';
import { mistakesIn, showMistakes } from '#web/client/mistakes.tsx';
import { markForm, settleShown, shownParcel, showsParcel, showWaiting, watchOutbox } from '#web/client/outbox.tsx';
import type { OutboxItem } from '#web/client/outbox-item.ts';
import { t, user } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { workOffline } from '#web/client/work-offline.tsx';

/** Whether typed text would be lost. Then the browser asks before it leaves the page without sending. */
let unsent = false;
addEventListener('beforeunload', (event) => unsent && event.preventDefault());

/**
 * Sends a form through the outbox. The device stores it first, so no crash and no dropped connection loses it. Where
 * the server answers but does not store it, the form is sent again as a plain one, whose page says what to do; what
 * nobody answers is promised to be sent later only if the rules of the form find no mistake in it.
 */
function sendSafely(form: HTMLFormElement, { key, save, forgetDraft }: KeptForm): void {
  const action = form.getAttribute('action') ?? '';
  let busy = false;

  const sendParcel = async () => {
    const cell = document.querySelector('.facts b')?.textContent ?? '';
    const date = (form.elements.namedItem('date') as HTMLInputElement).value;
    const item: OutboxItem = {
      user,
      action,
      body: bodyOf(form),
      label: `${cell}, ${date}`,
      draft: key,
      filledAt: new Date().toISOString(),
    };
    const mistakes = await mistakesIn(form, item.body);
    showMistakes(form);
    const { kept, outcome } = await onDevice((device) => device.send(item, !!mistakes, shownParcel()));
    showsParcel(kept);
    if (outcome.kind === 'later') {
      unsent = !kept;
      if (mistakes) return showMistakes(form, mistakes);
      if (!kept) {
        void save();
        return showStatus('not-kept', <p>{t.notKept}</p>);
      }
      await showWaiting();
      document.getElementById('waiting')?.scrollIntoView();
      return;
    }
    unsent = false;
    if (outcome.kind !== 'stored') {
      markForm(form);
      // Whoever goes back from the page of mistakes finds it here, also where the browser asks nobody for the form.
      await save();
      return form.submit();
    }
    await forgetDraft();
    location.href = outcome.address;
  };

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // Browsers without `submitter` send the form themselves, and so do buttons with a name.
    if (!submitter || submitter.getAttribute('name')) {
      unsent = false;
      return markForm(form);
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
  void settleShown().finally(watchOutbox);
  workOffline();
}

/** A second click sends nothing again: the browser would show its answer alone, and what the first one said is lost. */
let sent = Number.NEGATIVE_INFINITY;
addEventListener('submit', (event) => {
  if (event.defaultPrevented || (event.target as HTMLFormElement).method !== 'post') return;
  if (event.timeStamp - sent < 1000) event.preventDefault();
  else sent = event.timeStamp;
});

const sheet = document.querySelector<HTMLTableElement>('table.grid');
if (sheet) {
  void import('#web/client/sheet.ts').then(({ workAsSheet }) =>
    workAsSheet(sheet, (cells) => showStatus('pasted', cells > 0 && <p>{t.notPasted(cells)}</p>)),
  );
}
