/**
 * What AWS asks on demand in Asia Pacific (Singapore), in US dollars, without what is free at first.
 *
 * Entered by hand on 2026-11-25 from AWS's price pages as known then; compare them with the price list before a decision
 * rests on them. DynamoDB's are those since 2024-11-01.
 */
export const prices = {
  writeUnit: 0.7115 / 1e6,
  readUnit: 0.1423 / 1e6,
  storedGbMonth: 0.285,
  /** The table of the audit is of the class for what is seldom asked: dearer by request, cheaper to keep. */
  infrequent: { request: 1.25, stored: 0.4 },
  /** Recovery to any second of the last 35 days, by the size of the tables. */
  recoveryGbMonth: 0.228,
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  apiRequest: 1.25 / 1e6,
  fifoRequest: 0.5 / 1e6,
  cloudFrontRequest: 1.2 / 1e6,
  cloudFrontGb: 0.12,
  logGb: 0.7,
  /** A mail without attachments. */
  mail: 0.1 / 1000,
  /** A month of an account that signs in, after the first 10,000, in the plan of the pool. */
  accountLite: 0.0055,
} as const;
