import type { Instant } from '#shared/period.ts';
import { csrf } from '#web/client/page.ts';

/** A report to be sent: the form's fields without the session's token. */
export interface OutboxItem {
  /** Each form has one id, however often it is sent. */
  readonly id: string;
  /** The author. Other users' sessions do not send it. */
  readonly user: string;
  readonly action: string;
  /** Form-urlencoded. */
  readonly body: string;
  /** Its title in the list of waiting items. */
  readonly label: string;
  /** The form's key among the drafts on this device. */
  readonly draft: string;
  readonly filledAt: Instant;
  /** The server has rejected it, so that a person must look at it. */
  readonly refused?: boolean;
}

export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string; readonly address: string }
  /** The network or the system is down: try later. */
  | { readonly kind: 'later' }
  /** The session has ended. */
  | { readonly kind: 'signed-out' }
  /** A mistake, another version or a closed month; the server's page says which. */
  | { readonly kind: 'refused' };

/** The time is longer than the slowest network needs for a report of 20 kB, but shorter than people wait. */
const PATIENCE_MS = 45_000;

/** Sends a report. The server accepts the same report any number of times and stores it once. */
export async function send({ action, body }: OutboxItem, filledAt?: Instant): Promise<Outcome> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'x-csrf-token': csrf(),
      },
      // The device's current time is sent too, so that the server can correct a wrong clock.
      body: filledAt ? `${body}&${new URLSearchParams({ filledAt, clock: new Date().toISOString() })}` : body,
      signal: impatience.signal,
    });
    if (answer.ok) {
      const { receipt } = (await answer.json()) as { receipt: string };
      return { kind: 'stored', receipt, address: answer.headers.get('location') ?? '/' };
    }
    if (answer.status === 401) return { kind: 'signed-out' };
    return { kind: answer.status >= 500 || answer.status === 429 ? 'later' : 'refused' };
  } catch {
    // The network failed or the answer was cut off. The report may be stored already, but sending again is safe.
    return { kind: 'later' };
  } finally {
    clearTimeout(timer);
  }
}

/** Posts a report as a plain form. The server's page then says what to do. */
export function open({ action, body }: OutboxItem): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  const fields = new URLSearchParams(body);
  fields.set('csrf', csrf());
  fields.forEach((value, name) => {
    const field = document.createElement('textarea'); // an input would lose line ends
    field.name = name;
    field.value = value;
    form.append(field);
  });
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
