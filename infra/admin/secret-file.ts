import { open, rm } from 'node:fs/promises';
import { Misuse } from '#infra/admin/misuse.ts';

/**
 * Lets something write what only the operator may read into a new file: one that is there may be open to others. It is
 * made first, so that nothing is done whose outcome could not be written down; what stays empty is removed.
 *
 * @throws {Misuse} if there is such a file, or no such folder
 */
export async function withSecretFile<T>(path: string, use: (write: (text: string) => Promise<void>) => Promise<T>) {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Misuse(`${path} cannot be written as a new file (${error.code}): name another.`);
  });
  let isWritten = false;
  try {
    return await use(async (text) => {
      await file.writeFile(text);
      await file.sync();
      isWritten = true;
    });
  } finally {
    await file.close();
    if (!isWritten) await rm(path);
  }
}
