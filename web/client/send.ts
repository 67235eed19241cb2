import type { Instant } from '#shared/period.ts';
import { csrf } from '#web/client/page.ts';

/** A report to be sent: the form's fields without the session's token. */
export interface OutboxItem {
  /** One id per form, however often it is sent. */
  readonly id: string;
  /** The author. Other users' sessions do not send it. */
  readonly user: string;
  readonly action: string;
  /** Form-urlencoded. */
  readonly body: string;
  /** Its name in the list of waiting items. */
  readonly label: string;
  /** The key of the form's draft on this device. */
  readonly draft: string;
  readonly filledAt: Instant;
  /** The server refused it, and somebody must look at it. */
  readonly refused?: boolean;
}

export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string; readonly address: string }
  /** The network or the server does not answer: send it again later. */
  | { readonly kind: 'later' }
  /** The session has ended. */
  | { readonly kind: 'signed-out' }
  /** A mistake, another version or a closed month; the server's page says which. */
  | { readonly kind: 'refused' };

/** The slowest network sends a report of 20 kB in less time, and people wait longer. */
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
      // The device's time is sent too: where its clock is wrong, `filledAt` is wrong by as much.
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
    // No network, or an incomplete answer. The report may be stored or not; sending it again is safe.
    return { kind: 'later' };
  } finally {
    clearTimeout(timer);
  }
}

/** Posts a report as a plain form, so that the server's page says what to do. */
export function open({ action, body }: OutboxItem): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  const fields = new URLSearchParams(body);
  fields.set('csrf', csrf());
  fields.forEach((value, name) => {
    const field = document.createElement('textarea'); // an input would remove line breaks
    field.name = name;
    field.value = value;
    form.append(field);
  });
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
