import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { system } from '#test/system/system.ts';

export interface ReceivedMail {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The mails that an address has got, oldest first. */
export async function mailTo(address: string): Promise<ReceivedMail[]> {
  const folder = join(system().dataDir, 'mail');
  const files = (await readdir(folder).catch(() => [])).sort();
  const mails = await Promise.all(files.map(async (file) => readMail(await readFile(join(folder, file), 'utf8'))));
  return mails.filter(({ headers }) => headers['to'] === address);
}

function readMail(file: string): ReceivedMail {
  const end = file.indexOf('\r\n\r\n');
  const lines = file.slice(0, end).replaceAll('\r\n ', '').split('\r\n');
  const headers = lines.map((line) => {
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), decoded(value)];
  });
  return { headers: Object.fromEntries(headers), text: file.slice(end + 4).replaceAll('\r\n', '\n') };
}

function decoded(value: string): string {
  return value.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString());
}
