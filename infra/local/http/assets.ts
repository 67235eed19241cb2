import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Assembly } from '#infra/local/cloudformation/assembly.ts';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import type { ApiResponse } from '#infra/local/http/api-event.ts';
import { message } from '#infra/local/http/http-api.ts';
import { httpLimits } from '#infra/local/http/http-limits.ts';

/** The files that a deploy would copy into a bucket. */
export interface AssetFolder {
  /** The domain name of the bucket. */
  readonly domainName: string;
  /** @param acceptEncoding what may be compressed for; empty where CloudFront may not */
  answer(path: string, acceptEncoding?: string | string[]): Promise<ApiResponse>;
}

interface DeploymentProperties {
  readonly SourceObjectKeys: readonly string[];
  readonly DestinationBucketName: string;
  readonly DestinationBucketKeyPrefix?: string;
  readonly SystemMetadata?: Readonly<Record<string, string>>;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Finds the bucket deployments of the template, and serves their files from the assembly. */
export function assetFolders(stack: LocalStack, assembly: Assembly): AssetFolder[] {
  return stack.all<DeploymentProperties>('Custom::CDKBucketDeployment').map(({ properties }) => {
    const bucket = stack.all('AWS::S3::Bucket').find(({ id }) => stack.ref(id) === properties.DestinationBucketName);
    if (!bucket) throw new Error(`no bucket ${properties.DestinationBucketName}`);
    const folders = properties.SourceObjectKeys.map((key) => assembly.folderOf(key));
    const prefix = `/${properties.DestinationBucketKeyPrefix ?? ''}`;
    return {
      domainName: stack.attribute(bucket.id, 'RegionalDomainName'),
      async answer(path, acceptEncoding = '') {
        const inside = normalize(decodeURIComponent(path.slice(prefix.length)));
        const content = path.startsWith(prefix) && (await firstFile(folders, inside));
        // S3 behind CloudFront answers 403 for a missing file: CloudFront may not list the bucket.
        if (!content) return message(403, 'Forbidden');
        const headers = {
          'content-type': types[extname(inside)] ?? 'application/octet-stream',
          'x-content-type-options': 'nosniff',
          vary: 'accept-encoding',
          ...properties.SystemMetadata,
        };
        return { status: 200, ...compressed(content, headers, String(acceptEncoding)) };
      },
    };
  });
}

async function firstFile(folders: readonly string[], path: string): Promise<Buffer | undefined> {
  for (const folder of folders) {
    try {
      return await readFile(join(folder, path));
    } catch {
      // another folder may have it
    }
  }
  return undefined;
}

/** CloudFront compresses files of some size, and texts only. */
function compressed(body: Buffer, headers: Record<string, string>, accepted: string): Omit<ApiResponse, 'status'> {
  const { least, most } = httpLimits.compressedBytes;
  const worthIt =
    body.length >= least && body.length <= most && /text|json|javascript|svg/.test(headers['content-type'] ?? '');
  if (worthIt && accepted.includes('br')) {
    return { headers: { ...headers, 'content-encoding': 'br' }, body: brotliCompressSync(body) };
  }
  if (worthIt && accepted.includes('gzip')) {
    return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
  }
  return { headers, body };
}
