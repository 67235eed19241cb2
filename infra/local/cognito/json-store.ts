import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore.js';
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js';

type Tree = Record<string, unknown>;

/**
 * Stores cognito-local's users. Its own store overwrites the file in place, so that a kill at that moment loses every
 * user; this one writes a second file and renames it.
 */
class JsonStore implements DataStore {
  private readonly file: string;
  private readonly root: Tree;

  constructor(file: string, defaults: object) {
    this.file = file;
    this.root = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'), reviveDate) : structuredClone(defaults);
    this.save();
  }

  async getRoot<T>(): Promise<T | null> {
    return this.root as T;
  }

  async get<T>(_: Context, key: string | string[], fallback?: T): Promise<T> {
    let value: unknown = this.root;
    for (const step of [key].flat()) value = (value as Tree | undefined)?.[step];
    return (value ?? fallback ?? null) as T;
  }

  async set<T>(_: Context, key: string | string[], value: T): Promise<void> {
    const [parent, last] = this.at(key);
    parent[last] = value;
    this.save();
  }

  async delete(_: Context, key: string | string[]): Promise<void> {
    const [parent, last] = this.at(key);
    delete parent[last];
    this.save();
  }

  private at(key: string | string[]): [parent: Tree, last: string] {
    const steps = [key].flat();
    const last = steps.pop();
    if (last === undefined) throw new Error('an empty key');
    let parent = this.root;
    for (const step of steps) {
      parent[step] ??= {};
      parent = parent[step] as Tree;
    }
    return [parent, last];
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.root, null, 1), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

export class JsonStoreFactory implements DataStoreFactory {
  private readonly directory: string;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.directory = directory;
  }

  async create(_: Context, id: string, defaults: object): Promise<DataStore> {
    return new JsonStore(join(this.directory, `${id}.json`), defaults);
  }
}

function reviveDate(key: string, value: unknown): unknown {
  return key.endsWith('Date') && typeof value === 'string' ? new Date(value) : value;
}
