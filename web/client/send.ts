import type { Instant } from '#shared/period.ts';
import { csrf } from '#web/client/page.ts';

/** A report to be sent: the form's fields without the session's token. */
export interface OutboxItem {
  /** One a form, however often it is sent. */
  readonly id: string;
  /** The author. No other user's session sends it. */
  readonly user: string;
  readonly action: string;
  /** Form-urlencoded. */
  readonly body: string;
  /** What it is called in the list of those that wait. */
  readonly label: string;
  /** The form's place among the drafts on this device. */
  readonly draft: string;
  readonly filledAt: Instant;
  /** The server has seen it and wants somebody to look at it. */
  readonly refused?: boolean;
}

export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string; readonly address: string }
  /** The network or the system is away: later. */
  | { readonly kind: 'later' }
  /** The session has ended. */
  | { readonly kind: 'signed-out' }
  /** A mistake, another version, a closed month: its page says which. */
  | { readonly kind: 'refused' };

/** Longer than the slowest network needs for a report of 20 kB, shorter than people wait. */
const PATIENCE_MS = 45_000;

/** Sends a report. The server takes the same report any number of times and stores it once. */
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
      // What time the device has goes along: by a wrong clock the claim would be wrong too.
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
    // The network, or an answer that was cut off: whether it was stored is not known, and sending again is safe.
    return { kind: 'later' };
  } finally {
    clearTimeout(timer);
  }
}

/** Posts a report as a form does: the server's page says what is to be done. */
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
