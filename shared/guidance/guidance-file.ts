import type { Actor } from '#shared/access/session.ts';
import type { FileType } from '#shared/guidance/file-content.ts';
import { type Audience, audiences, type Readers } from '#shared/guidance/guidance.ts';
import { type Instant, type Month, parseMonth } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * How long a link to a file lives, in seconds: a browser follows it at once, and it outlives a withdrawal by no more.
 */
export const LINK_SECONDS = 60;

/** A file's natural key: the month, its audience, and a number that nobody can guess. */
export type GuidanceFileId = string;

/** A document that the district's board publishes with its guidance. It is never changed. */
export interface GuidanceFile {
  readonly id: GuidanceFileId;
  readonly month: Month;
  readonly audience: Audience;
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** A unit has opened a file; `at` is the first time. */
export interface FileOpening {
  readonly file: GuidanceFileId;
  /** The commune or cell; for a working group its district. */
  readonly unit: UnitId;
  readonly group?: number;
  readonly at: Instant;
}

/** A file and who has opened it; only the district sees this. */
export interface ListedFile {
  readonly file: GuidanceFile;
  readonly readers?: Readers;
}

export function guidanceFileId(month: Month, audience: Audience, number: string): GuidanceFileId {
  return `${month}_${audience}_${number}`;
}

/** The parts of a file's id; `undefined` if the text is not such an id. */
export function parseGuidanceFileId(id: string): Pick<GuidanceFile, 'id' | 'month' | 'audience'> | undefined {
  const [, typed = '', whom, number] = /^([\d-]+)_([a-z-]+)_([\w-]{16,40})$/.exec(id) ?? [];
  const month = parseMonth(typed);
  const audience = audiences.find((each) => each === whom);
  return month && audience && number ? { id, month, audience } : undefined;
}

/** What a form needs to send a file: the address, and the fields that grant it. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
