import { readFile } from 'node:fs/promises';
import { decodeFile } from '#functions/decode-text.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { isUnread } from '#shared/input/clean-text.ts';

/**
 * The text of a file that an operator hands over, in whatever encoding an editor has saved it.
 *
 * @throws {BadFile} if it is in none that is known for certain: what its reader would say of it is unreadable
 */
export async function readText(path: string): Promise<string> {
  const text = decodeFile(await readFile(path));
  if (isUnread(text)) throw new BadFile(`${path} has letters that cannot be read: save it in UTF-8.`);
  return text;
}
