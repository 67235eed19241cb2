import { pathTo } from '#shared/access/routes.ts';
import type { Actor } from '#shared/access/session.ts';
import type { FileType } from '#shared/guidance/file-content.ts';
import { type Audience, audiences, type Readers } from '#shared/guidance/guidance.ts';
import { type Instant, type Month, parseMonth } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * How long a link to a file lives, in seconds: a browser follows it at once, and it outlives a withdrawal by no more.
 */
export const LINK_SECONDS = 60;

/** A file's natural key: the place where it stands, and a number that nobody can guess. */
export type GuidanceFileId = string;

/** Where a document stands: with the orientation of a month for an audience, or with a piece of the library. */
export type FilePlace = { readonly month: Month; readonly audience: Audience } | { readonly piece: number };

/** A document that the district's board publishes with its guidance. It is never changed. */
export type GuidanceFile = FilePlace & PlacedFile;

interface PlacedFile {
  readonly id: GuidanceFileId;
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

export function guidanceFileId(place: FilePlace, number: string): GuidanceFileId {
  return `${placeKey(place)}_${number}`;
}

/** How the ids of the documents of a place, or of a whole month, begin. */
export function placeKey(place: FilePlace): string {
  return 'piece' in place ? `library-${place.piece}` : `${place.month}_${place.audience}`;
}

/** The place that a file's id names; `undefined` if the text is not such an id. */
export function parseGuidanceFileId(id: string): FilePlace | undefined {
  const [, piece] = /^library-([1-9]\d{0,3})_[\w-]{16,40}$/.exec(id) ?? [];
  if (piece) return { piece: Number(piece) };
  const [, typed = '', whom] = /^([\d-]+)_([a-z-]+)_[\w-]{16,40}$/.exec(id) ?? [];
  const month = parseMonth(typed);
  const audience = audiences.find((each) => each === whom);
  return month && audience && { month, audience };
}

/** For whom a document of a month is. */
export function audienceOf(place: FilePlace): Audience {
  return 'audience' in place ? place.audience : 'all';
}

/** The page on which a document stands. */
export function placePath(place: FilePlace): string {
  if ('piece' in place) return pathTo('/library/{piece}', { piece: String(place.piece) });
  return pathTo('/guidance', {}, { month: place.month, type: place.audience });
}

/** The page on which a document of a place is sent. */
export function uploadPath(place: FilePlace): string {
  const query: Readonly<Record<string, string>> =
    'piece' in place ? { piece: String(place.piece) } : { month: place.month, type: place.audience };
  return pathTo('/guidance/files/new', {}, query);
}

/** What a form needs to send a file: the address, and the fields that grant it. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
