import { onDevice, sealed } from '#web/client/local-store.ts';
import type { Shown } from '#web/client/outbox-of.ts';
import type { Waiting } from '#web/client/sealed-store.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { QuietButton } from '#web/components/quiet-button.tsx';

const RETRY_MS = 20_000;
let sending = false;
let signedOut = false;

const MARK = '#parcel';
const [mark, id, version] = location.hash.split('~');
/** The report that waits and whose form this page shows: its address says so, also after going back to it. */
let shown: Shown | undefined = mark === MARK && id && version ? { id, version } : undefined;
export const shownParcel = () => shown;

const markOf = (parcel: Shown) => [MARK, parcel.id, parcel.version].join('~');

/** Notes in the page's address which report that waits it shows. */
export function showsParcel(parcel?: Shown): void {
  if (!parcel) return;
  shown = parcel;
  history.replaceState(history.state, '', markOf(parcel));
}

/** Has the page that answers a plain form know which report that waits it is about. */
export function markForm(form: HTMLFormElement): void {
  // A form with a field of the name `action` has no such property.
  const action = form.getAttribute('action')?.split('#')[0] ?? '';
  if (shown) form.setAttribute('action', action + markOf(shown));
}

/** What was mended on pages of the server's own, which say now that it is stored, waits no longer. */
export async function settleShown(): Promise<void> {
  document.querySelectorAll<HTMLFormElement>('form.report:not(#report)').forEach(markForm);
  if (shown && /just=(stored|same)/.test(location.search)) await remove(shown);
}

const remove = (parcel: Shown) => onDevice((device) => device.remove(parcel));

/** Sends the waiting reports. */
async function sendWaiting(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    signedOut = await onDevice((device) =>
      device.sendWaiting(async (item, { receipt, address }) => {
        await device.forgetDraft(item.draft, item.body).catch(() => undefined);
        showStatus(
          `sent-${item.version}`,
          <a href={address}>
            {device.texts.sent(item.label)} {receipt}
          </a>,
        );
      }),
    );
  } finally {
    sending = false;
    await showWaiting();
  }
}

/** Lists the reports that wait on this device, each with buttons to open or remove it. */
export const showWaiting = () =>
  onDevice(async ({ texts, waiting, openForm }) => {
    const { othersWaiting, isOver } = await sealed;
    const others = await othersWaiting();
    showStatus('others', others.length > 0 && <p>{texts.others(others.join(', '))}</p>);
    const over = signedOut || (await isOver());
    const form = document.getElementById('report');
    // What is to be mended on this page need not be opened.
    const parcels = (await waiting()).filter((parcel) => !(form && parcel.refused && parcel.id === shown?.id));
    const takeOut = (parcel: Waiting) => {
      if (confirm(texts.removeAsk(parcel.label, parcel.tried))) void remove(parcel).then(showWaiting);
    };
    showStatus(
      'waiting',
      parcels.length > 0 && (
        <>
          <b>{texts.waitingTitle(parcels.length)}</b>
          <p>
            {over ? <a href="/login">{texts.signInFirst}</a> : texts.keepData(parcels.some(({ refused }) => !refused))}
          </p>
          {parcels.map((parcel) => (
            <p key={parcel.id}>
              {parcel.label}: {parcel.refused ? texts.refused : texts.waiting}.{' '}
              <QuietButton onClick={() => openForm(parcel, markOf(parcel))}>{texts.open}</QuietButton>{' '}
              <QuietButton onClick={() => takeOut(parcel)}>{texts.remove}</QuietButton>
            </p>
          ))}
        </>
      ),
    );
  });

/** Sends waiting items while a page is open: at once, when the network returns, and every `RETRY_MS`. */
export const watchOutbox = () =>
  onDevice(async ({ texts }) => {
    const again = () => void sendWaiting().catch(() => undefined); // without storage nothing waits on this device
    again();
    addEventListener('online', again);
    setInterval(again, RETRY_MS);
    document.querySelector('header form')?.addEventListener('submit', (event) => {
      if (document.getElementById('waiting') && !confirm(texts.signOutAsk)) event.preventDefault();
    });
  });
