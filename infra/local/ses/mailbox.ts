import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Message {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: readonly { readonly Name: string; readonly Value: string }[];
}

export interface Mailbox {
  /** @returns the message's id */
  deliver(message: Message): string;
}

/**
 * Stores mails instead of sending them, one file each, as mail programs open them. They contain personal codes and
 * links, so only the owner may read them.
 */
export function mailboxIn(dataDir: string): Mailbox {
  const folder = join(dataDir, 'mail');
  return {
    deliver(message) {
      const id = randomUUID();
      const at = new Date();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Sorted by name, the files are in the order in which they were sent.
      const file = join(folder, `${at.toISOString().replaceAll(':', '-')}_${id.slice(0, 8)}.eml`);
      writeFileSync(file, asMail(message, id, at), { mode: 0o600 });
      return id;
    },
  };
}

/** Writes a mail as RFC 5322 says; the subject uses encoded words (RFC 2047) where it needs them. */
function asMail({ from, to, subject, text, headers = [] }: Message, id: string, at: Date): string {
  const lines = [
    ['From', from],
    ['To', to],
    ['Subject', encoded(subject)],
    ['Date', at.toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${id}@local>`],
    ...headers.map(({ Name, Value }) => [Name, Value]),
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Transfer-Encoding', '8bit'],
  ].map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', ...text.split('\n')].join('\r\n');
}

/** Encodes words of at most 75 characters; it never splits the bytes of one character. */
function encoded(subject: string): string {
  if (/^[\x20-\x7e]*$/.test(subject)) return subject;
  const characters = [...subject];
  const words: string[] = [];
  while (characters.length > 0) words.push(Buffer.from(characters.splice(0, 10).join('')).toString('base64'));
  return words.map((word) => `=?UTF-8?B?${word}?=`).join('\r\n ');
}
