import type { Instant } from '#shared/period.ts';
import { csrf } from '#web/client/csrf.ts';
import type { OutboxItem, Outcome } from '#web/client/outbox-item.ts';

/** The slowest network sends a report of 20 kB in less time, and people wait longer. */
const PATIENCE_MS = 45_000;

/** Sends a report. The server accepts the same report any number of times and stores it once. */
export async function send(
  { action, body }: OutboxItem,
  filledAt?: Instant,
  impatience = new AbortController(),
): Promise<Outcome> {
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
      const { receipt } = (await answer.json()) as { receipt?: string };
      // Whoever stands between may say anything, but gives no receipt.
      return receipt ? { kind: 'stored', receipt, address: answer.headers.get('location') ?? '/' } : { kind: 'later' };
    }
    if (answer.status === 401) return { kind: 'signed-out' };
    return { kind: answer.status >= 500 || [408, 429].includes(answer.status) ? 'later' : 'refused' };
  } catch {
    // No network, or an incomplete answer. The report may be stored or not; sending it again is safe.
    return { kind: 'later' };
  } finally {
    clearTimeout(timer);
  }
}
