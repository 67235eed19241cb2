import { pathTo } from '#shared/routes.ts';
import { all, forget, keep } from '#web/client/device.ts';
import { element, t, tell, user } from '#web/client/page.ts';
import { open, type Parcel, send } from '#web/client/send.ts';

/** Under this name the tab remembers which parcel the form shows that the server has sent back. */
const OPENED = 'opened-parcel';
const RETRY_MS = 20_000;
let sending = false;

/** The parcel whose form this page shows, so that sending it again takes its place; a new name for a new form. */
export function parcelId(): string {
  const opened = sessionStorage.getItem(OPENED);
  sessionStorage.removeItem(OPENED);
  return opened ?? `${Date.now()}-${Math.random()}`;
}

/** On a page that is no form: what was opened is settled where the server says that it is stored. */
export async function settleOpened(): Promise<void> {
  const opened = sessionStorage.getItem(OPENED);
  if (!opened) return;
  sessionStorage.removeItem(OPENED);
  if (new URLSearchParams(location.search).has('just')) await forget('outbox', opened);
  await showWaiting();
}

/** Shows the server's page for a parcel that needs a look; the parcel stays until its report is stored. */
function openParcel(parcel: Parcel): void {
  sessionStorage.setItem(OPENED, parcel.id);
  open(parcel);
}

/** Sends what waits, each parcel for itself: one that is refused holds up no other. */
async function sendWaiting(): Promise<void> {
  if (sending || !user) return;
  sending = true;
  try {
    for (const parcel of await all<Parcel>('outbox')) {
      if (parcel.user !== user || parcel.refused) continue;
      const outcome = await send(parcel, parcel.filledAt);
      if (outcome.kind === 'stored') {
        await forget('outbox', parcel.id);
        await forget('drafts', parcel.draft);
        const link = element('a', `${t.sent(parcel.label)} ${outcome.receipt}`);
        link.href = pathTo('/reports/{id}', { id: outcome.report });
        tell(`sent-${parcel.id}`, link);
      } else if (outcome.kind === 'refused') await keep('outbox', parcel.id, { ...parcel, refused: true });
      else break;
    }
  } finally {
    sending = false;
    await showWaiting();
  }
}

/** Lists what waits on this device, each with its ways on. */
export async function showWaiting(): Promise<void> {
  const parcels = (await all<Parcel>('outbox')).filter((parcel) => parcel.user === user);
  const rows = parcels.map((parcel) => {
    const row = element('p', `${parcel.label}: ${parcel.refused ? t.refused : t.waiting}. `);
    row.append(
      element('button', t.open, () => openParcel(parcel)),
      ' ',
      element('button', t.remove, () => {
        if (confirm(t.removeAsk(parcel.label))) void forget('outbox', parcel.id).then(showWaiting);
      }),
    );
    return row;
  });
  if (rows.length === 0) return tell('waiting');
  tell('waiting', element('b', t.waitingTitle(rows.length)), element('p', t.keepData), ...rows);
}

/** Keeps sending while a page of ours is open: at once, when the network returns, and again and again. */
export function watchOutbox(): void {
  const again = () => void sendWaiting().catch(() => undefined); // no storage: nothing waits on this device
  again();
  addEventListener('online', again);
  setInterval(again, RETRY_MS);
  document.querySelector('header form')?.addEventListener('submit', (event) => {
    if (document.getElementById('waiting') && !confirm(t.signOutAsk)) event.preventDefault();
  });
}
