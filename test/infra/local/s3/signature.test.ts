import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { signatureFault } from '#infra/local/s3/signature.ts';

const client = new S3Client({
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'KEY', secretAccessKey: 'made-up' },
  endpoint: 'http://127.0.0.1:1',
  forcePathStyle: true,
});
const disposition = `attachment; filename="a (b)'.pdf"; filename*=UTF-8''H%C6%B0`;
const secretOf = (key: string) => ({ KEY: 'made-up', OTHER: 'another' })[key];

function inPath(url: URL, from: string, to: string): void {
  url.pathname = url.pathname.replace(from, to);
}

/** What S3 says of a link, as the SDK signs it, after a change of it. */
async function fault(change: (url: URL) => void = () => {}, { method = 'GET', after = 0, host = '127.0.0.1:1' } = {}) {
  const get = new GetObjectCommand({
    Bucket: 'documents',
    Key: 'files/hiep-hoa/Kế hoạch (1).pdf',
    ResponseContentDisposition: disposition,
  });
  const url = new URL(await getSignedUrl(client, get, { expiresIn: 60 }));
  change(url);
  const request = { method, url: `${url.pathname}${url.search}`, headers: { host } };
  return signatureFault(request, secretOf, new Date(Date.now() + after * 1000));
}

describe('a link that the SDK has signed', () => {
  it('is taken as it is, within its minute', async () => {
    expect(await fault()).toBeUndefined();
    expect(await fault(undefined, { after: 58 })).toBeUndefined();
    expect(await fault(undefined, { after: 61 })).toBe('AccessDenied');
  });

  it.each<[string, (url: URL) => void, string]>([
    ['another file', (url) => inPath(url, 'hiep-hoa', 'tan-yen'), 'SignatureDoesNotMatch'],
    ['another bucket', (url) => inPath(url, 'documents', 'assets'), 'SignatureDoesNotMatch'],
    ['another signature', (url) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64)), 'SignatureDoesNotMatch'],
    ['no signature', (url) => url.searchParams.set('X-Amz-Signature', ''), 'SignatureDoesNotMatch'],
    ['more time', (url) => url.searchParams.set('X-Amz-Expires', '3600'), 'SignatureDoesNotMatch'],
    ['another type', (url) => url.searchParams.set('response-content-type', 'text/html'), 'SignatureDoesNotMatch'],
    [
      'another way to show it',
      (url) => url.searchParams.delete('response-content-disposition'),
      'SignatureDoesNotMatch',
    ],
    ['more than was signed', (url) => url.searchParams.set('versionId', '1'), 'SignatureDoesNotMatch'],
    ['fewer headers', (url) => url.searchParams.set('X-Amz-SignedHeaders', ''), 'AuthorizationQueryParametersError'],
    ['endless time', (url) => url.searchParams.set('X-Amz-Expires', '9999999'), 'AuthorizationQueryParametersError'],
    ['no date', (url) => url.searchParams.delete('X-Amz-Date'), 'AuthorizationQueryParametersError'],
    [
      'another algorithm',
      (url) => url.searchParams.set('X-Amz-Algorithm', 'none'),
      'AuthorizationQueryParametersError',
    ],
    [
      "another's key",
      (url) =>
        url.searchParams.set(
          'X-Amz-Credential',
          (url.searchParams.get('X-Amz-Credential') ?? '').replace('KEY', 'OTHER'),
        ),
      'SignatureDoesNotMatch',
    ],
    [
      'a key that nobody has',
      (url) =>
        url.searchParams.set(
          'X-Amz-Credential',
          (url.searchParams.get('X-Amz-Credential') ?? '').replace('KEY', 'NONE'),
        ),
      'InvalidAccessKeyId',
    ],
  ])('is not taken for %s', async (_, change, code) => {
    expect(await fault(change)).toBe(code);
  });

  it('is not taken by another method, or at another host', async () => {
    expect(await fault(undefined, { method: 'PUT' })).toBe('SignatureDoesNotMatch');
    expect(await fault(undefined, { host: 'elsewhere' })).toBe('SignatureDoesNotMatch');
  });
});

describe('a request that the SDK signs in its headers', () => {
  it('is taken as it is, and not with another content, or later', async () => {
    let sent: { method: string; path: string; headers: Record<string, string> } | undefined;
    const put = new PutObjectCommand({ Bucket: 'documents', Key: 'files/a', Body: 'x', IfNoneMatch: '*' });
    put.middlewareStack.add(
      () => async (args) => {
        sent = args.request as typeof sent;
        throw new Error('not sent');
      },
      { step: 'deserialize' },
    );
    await client.send(put).catch(() => undefined);
    if (!sent) throw new Error('nothing was signed');
    const headers = Object.fromEntries(
      Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const request = { method: 'PUT', url: `${sent.path}?x-id=PutObject`, headers };
    expect(signatureFault(request, secretOf, new Date())).toBeUndefined();
    const other = { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    expect(signatureFault({ ...request, headers: other }, secretOf, new Date())).toBe('SignatureDoesNotMatch');
    expect(signatureFault(request, secretOf, new Date(Date.now() + 1e6))).toBe('RequestTimeTooSkewed');
    expect(signatureFault({ ...request, headers: {} }, secretOf, new Date())).toBe('AccessDenied');
  });
});
