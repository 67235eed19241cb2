import { all, forget, keep, othersWaiting } from '#web/client/local-store.ts';
import { t } from '#web/client/page.ts';
import { type OutboxItem, open, send } from '#web/client/send.ts';
import { showStatus } from '#web/client/show-status.tsx';
import { QuietButton } from '#web/components/quiet-button.tsx';

/** The tab's key for the outbox item whose form the server has sent back and this page shows. */
const OPENED = 'opened-parcel';
const RETRY_MS = 20_000;
let sending = false;

/** The id of the outbox item whose form this page shows, so that sending again replaces it; else a new id. */
export function parcelId(): string {
  if (location.pathname.endsWith('/new')) sessionStorage.removeItem(OPENED);
  return sessionStorage.getItem(OPENED) ?? `${Date.now()}-${Math.random()}`;
}

/** Removes the opened item once the server says that it is stored. Until then it can be corrected or merged. */
export async function settleOpened(): Promise<void> {
  const opened = sessionStorage.getItem(OPENED);
  if (!opened || !/just=s/.test(location.search)) return;
  sessionStorage.removeItem(OPENED);
  await forget('outbox', opened);
}

/** Opens the server's page for an outbox item with mistakes. The item stays until its report is stored. */
function openParcel(parcel: OutboxItem): void {
  sessionStorage.setItem(OPENED, parcel.id);
  open(parcel);
}

/** Sends the waiting outbox items one by one. A rejected item does not hold up the others. */
async function sendWaiting(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const parcel of await all<OutboxItem>('outbox')) {
      if (parcel.refused) continue;
      const outcome = await send(parcel, parcel.filledAt);
      if (outcome.kind === 'stored') {
        await forget('outbox', parcel.id);
        await forget('drafts', parcel.draft);
        showStatus(
          `sent-${parcel.id}`,
          <a href={outcome.address}>
            {t.sent(parcel.label)} {outcome.receipt}
          </a>,
        );
      } else if (outcome.kind === 'refused') await keep('outbox', parcel.id, { ...parcel, refused: true });
      else break;
    }
  } finally {
    sending = false;
    await showWaiting();
  }
}

/** Lists the items that wait on this device, each with buttons to open or remove it. */
export async function showWaiting(): Promise<void> {
  const others = await othersWaiting();
  showStatus('others', others.length > 0 && <p>{t.others(others.join(', '))}</p>);
  const parcels = await all<OutboxItem>('outbox');
  showStatus('waiting', parcels.length > 0 && <Waiting parcels={parcels} />);
}

function Waiting({ parcels }: { readonly parcels: readonly OutboxItem[] }) {
  const remove = ({ id, label }: OutboxItem) => {
    if (confirm(t.removeAsk(label))) void forget('outbox', id).then(showWaiting);
  };
  return (
    <>
      <b>{t.waitingTitle(parcels.length)}</b>
      <p>{t.keepData}</p>
      {parcels.map((parcel) => (
        <p key={parcel.id}>
          {parcel.label}: {parcel.refused ? t.refused : t.waiting}.{' '}
          <QuietButton onClick={() => openParcel(parcel)}>{t.open}</QuietButton>{' '}
          <QuietButton onClick={() => remove(parcel)}>{t.remove}</QuietButton>
        </p>
      ))}
    </>
  );
}

/** Sends waiting items while a page is open: at once, when the network returns, and every `RETRY_MS`. */
export function watchOutbox(): void {
  const again = () => void sendWaiting().catch(() => undefined); // without storage nothing waits on this device
  again();
  addEventListener('online', again);
  setInterval(again, RETRY_MS);
  document.querySelector('header form')?.addEventListener('submit', (event) => {
    if (document.getElementById('waiting') && !confirm(t.signOutAsk)) event.preventDefault();
  });
}
