import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mailbox {
  deliver(to: string, message: string): void;
}

/** Keeps what would be mailed, a line a message. Codes stand in it, so only the owner may read it. */
export function mailboxIn(dataDir: string): Mailbox {
  return {
    deliver(to, message) {
      appendFileSync(join(dataDir, 'mail.txt'), `${to}: ${message}\n`, { mode: 0o600 });
    },
  };
}
