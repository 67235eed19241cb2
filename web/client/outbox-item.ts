import type { Instant } from '#shared/period.ts';

/** A report to be sent: the form's fields without the session's token. */
export interface OutboxItem {
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
}

export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string; readonly address: string }
  /** The network or the server does not answer: send it again later. */
  | { readonly kind: 'later' }
  /** The session has ended. */
  | { readonly kind: 'signed-out' }
  /** A mistake, another version or a closed month; the server's page says which. */
  | { readonly kind: 'refused' };
