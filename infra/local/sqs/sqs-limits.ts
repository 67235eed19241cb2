/**
 * What SQS refuses, and this does too: AWS's "Amazon SQS message quotas", and the errors of `SendMessage`,
 * `SendMessageBatch`, `ReceiveMessage` and `ChangeMessageVisibility` in its API reference.
 */
export const sqsLimits = {
  /** Of a message's group and deduplication id. */
  id: /^[a-zA-Z0-9!-/:-@[-`{-~]{1,128}$/,
  /** Of an entry in a batch. */
  entryId: /^[\w-]{1,80}$/,
  entries: 10,
  /** Of one `ReceiveMessage`. */
  received: 10,
  /** Of a message, and of a batch in all. SQS takes 1 MiB since 2025; this is the stricter limit of before. */
  bytes: 256 * 1024,
  /** Twelve hours. */
  visibilitySeconds: 12 * 60 * 60,
  /** Of a queue: a quarter of an hour. */
  delaySeconds: 15 * 60,
} as const;
