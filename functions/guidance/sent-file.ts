import type { GuidanceFileId } from '#shared/guidance/guidance-file.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A file that was sent and is not checked yet. */
export interface SentFile {
  readonly id: GuidanceFileId;
  /** The file name on the sender's computer. */
  readonly name: string;
  readonly key: string;
}

/** Reads a sent file from the key that S3 returns. Returns `undefined` if no form of the district made the key. */
export function sentFile(key: string, district: UnitId): SentFile | undefined {
  const prefix = `incoming/${district}/`;
  const [, id, name] = key.startsWith(prefix) ? (/^([^/]+)\/(.+)$/s.exec(key.slice(prefix.length)) ?? []) : [];
  return id && name ? { id, name, key } : undefined;
}
