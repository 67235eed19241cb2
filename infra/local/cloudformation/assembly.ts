import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, { readonly Value: unknown }>;
}

export interface Assembly {
  readonly template: Template;
  /** The folder of a function's bundle. */
  bundleOf(resource: Resource): string;
  /** The folder whose files a deploy would upload under this key of the staging bucket. */
  folderOf(objectKey: string): string;
}

interface Manifest {
  readonly artifacts: Record<string, { type: string; properties: { templateFile?: string; file?: string } }>;
}

interface AssetManifest {
  readonly files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>;
}

/** Reads the output of `cdk synth`: all that the local system knows of the application. */
export function readAssembly(directory: string): Assembly {
  const manifest = readJson<Manifest>(directory, 'manifest.json');
  const artifacts = Object.values(manifest.artifacts);
  const stacks = artifacts.filter(({ type }) => type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (!stack?.properties.templateFile || stacks.length > 1) {
    throw new Error(`${directory} has ${stacks.length} stacks; the local system runs exactly one`);
  }
  const files = artifacts
    .filter(({ type }) => type === 'cdk:asset-manifest')
    .flatMap(({ properties }) => Object.values(readJson<AssetManifest>(directory, properties.file ?? '').files));

  return {
    template: readJson(directory, stack.properties.templateFile),
    bundleOf({ Metadata }) {
      const path = Metadata?.['aws:asset:path'];
      if (typeof path !== 'string') throw new Error('a function without a bundle: was the app synthesized for a test?');
      return join(directory, path);
    },
    folderOf(objectKey) {
      const file = files.find(({ destinations }) =>
        Object.values(destinations).some((destination) => destination.objectKey === objectKey),
      );
      if (!file) throw new Error(`no asset of the assembly goes to ${objectKey}`);
      return join(directory, file.source.path);
    },
  };
}

function readJson<T>(directory: string, file: string): T {
  return JSON.parse(readFileSync(join(directory, file), 'utf8')) as T;
}
