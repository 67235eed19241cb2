import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clashOf } from '#infra/stages/clash-of.ts';
import { type Settings, settings } from '#infra/stages/settings.ts';

/** A deployment of its own, with its own data: its settings, and the name of the file that has them. */
export interface Stage extends Settings {
  readonly name: string;
}

/** The one that runs on this machine. Its settings may be placeholders: nothing can be deployed with them. */
export const LOCAL = 'local';

const besideThisFile = relative(process.cwd(), import.meta.dirname);

/** No hyphen: the names of one stage's alarms must not begin like those of another. */
const nameOfStage = /^[a-z][a-z0-9]{1,15}$/;

/** What is wrong with a stage's settings, for whoever is about to deploy it. */
export class StageRefused extends Error {}

/**
 * The settings of a stage: `infra/stages/{name}.json`.
 *
 * @throws {StageRefused} with all that is wrong: no such file, a setting that is missing, unknown, no possible value, or
 *   one that only one stage can have and another has
 */
export function readStage(name: unknown, folder = besideThisFile): Stage {
  const named = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
  if (typeof name !== 'string' || !nameOfStage.test(name)) {
    throw new StageRefused(
      `Name the stage: --context stage=NAME, small letters and digits. There are ${named.join(', ')}.`,
    );
  }
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) {
    throw new StageRefused(`There is no ${file}, and so no stage ${name}. There are ${named.join(', ')}.`);
  }
  const given = parse(file);
  const faults = faultsOf(given, name);
  if (faults.length > 0) throw new StageRefused([`${file}:`, ...faults].join('\n- '));
  const stage = { name, ...(given as unknown as Settings) };
  if (typeof stage.address === 'object' && !stage.address.certificate.includes(`:${stage.account}:`)) {
    throw new StageRefused(`${file}: address has a certificate of another account than ${stage.account}`);
  }
  for (const other of named.filter((each) => ![name, LOCAL].includes(each))) {
    const clash = clashOf(stage, parse(join(folder, `${other}.json`)));
    if (clash) throw new StageRefused(`${file}: ${clash} ${other}`);
  }
  return stage;
}

/** The text of a file as editors save it: those of Windows in UTF-16 too, and with a mark before UTF-8. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    return new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new Error('it is in another encoding than UTF-8 or UTF-16: save it in UTF-8');
  }
}

function parse(file: string): Record<string, unknown> {
  let given: unknown;
  try {
    given = JSON.parse(decoded(readFileSync(file)));
  } catch (error) {
    throw new StageRefused(`${file} is no JSON: ${(error as Error).message}`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new StageRefused(`${file} is to hold one object, of settings`);
  }
  return given as Record<string, unknown>;
}

function faultsOf(given: Readonly<Record<string, unknown>>, name: string): string[] {
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(settings, key));
  return [
    ...unknown.map((key) => `${key} is no setting; there are ${Object.keys(settings).join(', ')}`),
    ...Object.entries(settings).flatMap(([key, { is, allows, placeholder }]) => {
      if (!Object.hasOwn(given, key)) return [`${key} is missing: ${is}`];
      if (!allows(given[key])) return [`${key} is to be ${is}; ${JSON.stringify(given[key])} is not`];
      const unentered = name !== LOCAL && placeholder?.(given[key] as never);
      return unentered ? [`${key} still has a placeholder, ${JSON.stringify(given[key])}: enter ${is}`] : [];
    }),
  ];
}
