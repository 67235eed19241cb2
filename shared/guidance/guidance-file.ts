import type { Actor } from '#shared/access/session.ts';
import type { FileType } from '#shared/guidance/file-content.ts';
import { type Audience, audiences, type Readers } from '#shared/guidance/guidance.ts';
import { type Instant, type Month, parseMonth } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A file's natural key: the month, the audience, and an unguessable number. */
export type GuidanceFileId = string;

/** A document that the district's board publishes beside an orientation. It is never changed. */
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

/** That a unit has opened a file, and when it first did. */
export interface FileOpening {
  readonly file: GuidanceFileId;
  /** The commune or cell; of a working group its district. */
  readonly unit: UnitId;
  readonly group?: number;
  readonly at: Instant;
}

/** A file with who has opened it, which the district alone is told. */
export interface ListedFile {
  readonly file: GuidanceFile;
  readonly readers?: Readers;
}

export function guidanceFileId(month: Month, audience: Audience, number: string): GuidanceFileId {
  return `${month}_${audience}_${number}`;
}

/** The parts of a file's id; `undefined` where a text is none. */
export function parseGuidanceFileId(id: string): Pick<GuidanceFile, 'id' | 'month' | 'audience'> | undefined {
  const [, typed = '', whom, number] = /^([\d-]+)_([a-z-]+)_([\w-]{16,40})$/.exec(id) ?? [];
  const month = parseMonth(typed);
  const audience = audiences.find((each) => each === whom);
  return month && audience && number ? { id, month, audience } : undefined;
}

/** What a form sends a file with: where to, and the fields that allow it. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
