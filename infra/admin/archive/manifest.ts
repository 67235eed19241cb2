import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { archiveParts } from '#functions/store/archive-parts.ts';
import { brokenDocuments, DOCUMENTS } from '#infra/admin/archive/documents.ts';
import { fileDigest, fileNameOf, type WrittenPart } from '#infra/admin/archive/part-files.ts';
import { runTar } from '#infra/admin/archive/tar.ts';
import { isText, isWhole, listOf, shape } from '#shared/input/shape.ts';
import type { Instant } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** The version of the archive's own format: how it is laid out, not how items are stored. */
export const ARCHIVE_FORMAT = 1;

export const MANIFEST = 'manifest.json';
export const ACCOUNTS = 'accounts';

/** A file of the archive as the manifest names it. */
export interface ListedPart extends WrittenPart {
  readonly name: string;
  readonly file: string;
  readonly says: string;
}

/** What an archive is and holds: `infra/admin/archive/README.md`. */
export interface Manifest {
  readonly format: number;
  readonly lines: string;
  /** Who exported it, from which stage. */
  readonly by: string;
  readonly stage: string;
  /** When the first table was begun to be read: what was stored later may not be in it. */
  readonly begunAt: Instant;
  readonly endedAt: Instant;
  /** Whether it holds all that the system had, or only these districts. */
  readonly whole: boolean;
  readonly districts: readonly UnitId[];
  readonly parts: readonly ListedPart[];
}

/** Lists all that is wrong with an archive. */
class BrokenArchive extends Error {}

/** An archive whose digests are right. */
export interface OpenArchive {
  readonly manifest: Manifest;
  /** Of the manifest, which names the digests of all else. */
  readonly digest: string;
  readonly folder: string;
  fileOf(part: string): string;
  /** Removes what was unpacked. */
  close(): Promise<void>;
}

const isManifest = shape({
  ...{ format: isWhole(1, ARCHIVE_FORMAT), lines: isText, by: isText, stage: isText, begunAt: isText },
  ...{ endedAt: isText, whole: (value: unknown) => typeof value === 'boolean' },
  districts: listOf((value) => typeof value === 'string' && isUnitId(value)),
  parts: listOf(
    shape({
      ...{ name: isText, file: isText, says: isText, sha256: isText, content: isText },
      ...{ items: isWhole(0, Number.MAX_SAFE_INTEGER), bytes: isWhole(0, Number.MAX_SAFE_INTEGER) },
    }),
  ),
});

/**
 * Opens an archive, a folder or a `.tar`, and checks every digest in it before anything else is done.
 *
 * @throws {BrokenArchive} naming every file that is missing or is not what the manifest says
 */
export async function openArchive(path: string): Promise<OpenArchive> {
  if (!existsSync(path)) throw new BrokenArchive(`There is no archive ${path}.`);
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : await mkdtemp(join(dirname(resolve(path)), '.unpacked-'));
  const close = async () => {
    if (!isFolder) await rm(folder, { recursive: true, force: true });
  };
  try {
    if (!isFolder) {
      await runTar('-xf', resolve(path), '-C', folder).catch((error: Error) => {
        throw new BrokenArchive(`${path} is no archive, or only part of one: nothing was written. ${error.message}`);
      });
    }
    const manifest = await readManifest(folder);
    await checkFiles(folder, manifest);
    return {
      manifest,
      digest: await fileDigest(join(folder, MANIFEST)),
      folder,
      fileOf: (part) => join(folder, fileNameOf(part)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new BrokenArchive(`${MANIFEST} is missing or no JSON: this is no archive, or only part of one.`);
  }
  if (!isManifest(manifest)) {
    const { format } = (manifest ?? {}) as { format?: unknown };
    throw new BrokenArchive(
      `The manifest is not of format ${ARCHIVE_FORMAT}, which this version reads, but ${format}: nothing was written. Restore it with the version that wrote it, and export it again from a newer one.`,
    );
  }
  return manifest as Manifest;
}

async function checkFiles(folder: string, { parts }: Manifest): Promise<void> {
  const faults: string[] = [];
  for (const name of [...archiveParts.map((part) => part.name), ACCOUNTS, DOCUMENTS]) {
    if (!parts.some((part) => part.name === name)) faults.push(`The manifest lacks the part ${name}.`);
  }
  for (const { name, sha256 } of parts) {
    const file = join(folder, fileNameOf(name));
    if (!existsSync(file)) faults.push(`${fileNameOf(name)} is missing.`);
    else if ((await fileDigest(file)) !== sha256) faults.push(`${fileNameOf(name)} does not match its digest.`);
  }
  if (faults.length === 0) faults.push(...(await brokenDocuments(folder)));
  if (faults.length > 0) throw new BrokenArchive(['Nothing was written:', ...faults].join('\n  '));
}
