import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';

/** A bucket's files. Keys become digests: they may be longer than file names, and contain other letters. */
export interface LocalBucket {
  readonly name: string;
  find(key: string): Buffer | undefined;
  put(key: string, content: Buffer): void;
}

/** The buckets of the template, in files under `directory`. */
export function makeBuckets(stack: LocalStack, directory: string): LocalBucket[] {
  return stack.all('AWS::S3::Bucket').map(({ id }) => {
    const name = stack.ref(id);
    const folder = join(directory, name);
    const fileOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex'));
    return {
      name,
      find(key) {
        const file = fileOf(key);
        return existsSync(file) ? readFileSync(file) : undefined;
      },
      put(key, content) {
        mkdirSync(folder, { recursive: true });
        // A kill leaves no half-written file: the draft is renamed when it is complete.
        const draft = join(folder, randomUUID());
        writeFileSync(draft, content);
        renameSync(draft, fileOf(key));
      },
    };
  });
}
