import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made from. Tests, documents and what the system stores are not. */
const folders = ['functions', 'infra', 'shared', 'web'];
/** What it makes; the assembly carries copies of the pages' files, but whoever removes them wants them made again. */
const [pages, assembly] = ['web/dist', 'cdk.out'];
/** What `npm ci` installed. */
const installed = 'node_modules/.package-lock.json';
const note = `${assembly}/built-from`;

/**
 * A digest of all that a build in a folder is made from: every file of the sources by its path and content, the settings
 * beside them, what is installed, and the Node that builds.
 */
export function sourcesOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) addFolder(hash, root, folder);
  const settings = readdirSync(root, { withFileTypes: true }).filter((each) => each.isFile());
  for (const { name } of settings.sort(byName)) addFile(hash, root, name);
  addFile(hash, root, installed);
  return hash.digest('hex');
}

/** Whether a folder holds what the last noted build made of the very sources that stand there, untouched. */
export function isBuilt(root: string): boolean {
  const noted = join(root, note);
  return existsSync(noted) && readFileSync(noted, 'utf8') === wordsOf(root, sourcesOf(root));
}

/** Notes that a build is done. @param sources what they were when it began: they may have changed since */
export function noteBuilt(root: string, sources: string): void {
  writeFileSync(join(root, note), wordsOf(root, sources));
}

/** The assembly's templates and manifests name its other files by their content. */
function wordsOf(root: string, sources: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, assembly)).filter((name) => join(assembly, name) !== note);
  hash.update(names.sort().join('\0'));
  const made = names.filter((name) => /^manifest\.json$|\.(assets|template)\.json$/.test(name));
  for (const name of made) addFile(hash, root, join(assembly, name));
  addFile(hash, root, join(pages, '.vite/manifest.json'));
  return `${sources} ${hash.digest('hex')}\n`;
}

function addFolder(hash: Hash, root: string, folder: string): void {
  if (folder === pages || !existsSync(join(root, folder))) return;
  for (const each of readdirSync(join(root, folder), { withFileTypes: true }).sort(byName)) {
    const path = join(folder, each.name);
    if (each.isDirectory()) addFolder(hash, root, path);
    else if (!path.endsWith('.md')) addFile(hash, root, path);
  }
}

/** With the lengths of its name and its content, so that no two lists of files are the same to the digest. */
function addFile(hash: Hash, root: string, path: string): void {
  const content = existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined;
  hash.update(`${path}\0${content?.length ?? 'none'}\0`).update(content ?? '');
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
