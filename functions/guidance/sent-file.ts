import type { GuidanceFileId } from '#shared/guidance/guidance-file.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A file that was sent and is not checked yet. */
export interface SentFile {
  readonly id: GuidanceFileId;
  /** As the sender's computer has it. */
  readonly name: string;
  readonly key: string;
}

/** A sent file by the key that S3 leads back with; `undefined` for one that is not of the district's forms. */
export function sentFile(key: string, district: UnitId): SentFile | undefined {
  const prefix = `incoming/${district}/`;
  const [, id, name] = key.startsWith(prefix) ? (/^([^/]+)\/(.+)$/s.exec(key.slice(prefix.length)) ?? []) : [];
  return id && name ? { id, name, key } : undefined;
}
