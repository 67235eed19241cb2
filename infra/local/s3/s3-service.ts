import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';
import type { Reply } from '#infra/local/iam/reply.ts';
import type { LocalBucket } from '#infra/local/s3/buckets.ts';
import { type PostFields, postFault } from '#infra/local/s3/post-policy.ts';
import { signatureFault } from '#infra/local/s3/signature.ts';

/**
 * Of a key, in UTF-8.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
const MOST_KEY_BYTES = 1024;

/** The file that a request names: `/{bucket}/{key}`, or `/{bucket}` for a posted form. */
interface Asked {
  readonly bucket: LocalBucket;
  readonly key: string;
  readonly query: URLSearchParams;
}

/**
 * Puts S3 behind the AWS endpoint: functions and browsers put and get files, signed by a header, a link or a form. A
 * missing file answers AccessDenied, as for callers that may not list the bucket.
 *
 * @param secretOf the secret of an access key
 */
export function s3Service(
  buckets: readonly LocalBucket[],
  secretOf: (accessKey: string) => string | undefined,
): Service {
  const asked = ({ url = '/' }: IncomingMessage): Asked | undefined => {
    const { pathname, searchParams } = new URL(url, 'http://s3');
    const [, name, ...rest] = pathname.split('/');
    const bucket = buckets.find((each) => each.name === name);
    return bucket && { bucket, key: decodeURIComponent(rest.join('/')), query: searchParams };
  };
  const forms = new WeakMap<Call, Promise<PostedFile>>();
  const formOf = (call: Call) => {
    const form = forms.get(call) ?? readForm(call);
    forms.set(call, form);
    return form;
  };

  return {
    takesBytes: true,
    operation(request) {
      if (!asked(request)) return undefined;
      return { GET: 'GetObject', PUT: 'PutObject', POST: 'PostObject' }[request.method ?? ''];
    },
    async signer(call) {
      const credential =
        call.operation === 'PostObject'
          ? (await formOf(call)).fields['x-amz-credential']
          : asked(call.request)?.query.get('X-Amz-Credential');
      return credential?.split('/')[0];
    },
    refusal: (type) => refusal(403, codes[type] ?? 'AccessDenied'),
    async needs(call): Promise<readonly Need[]> {
      const { bucket, key } = asked(call.request) as Asked;
      const action = call.operation === 'GetObject' ? 's3:GetObject' : 's3:PutObject';
      const put = call.operation === 'PostObject' ? (await formOf(call)).key : key;
      return [{ action, resource: `arn:aws:s3:::${bucket.name}/${put}` }];
    },
    async answer(call): Promise<Reply> {
      const { bucket, key, query } = asked(call.request) as Asked;
      const named = call.operation === 'PostObject' ? (await formOf(call)).key : key;
      if (Buffer.byteLength(named) > MOST_KEY_BYTES) return refusal(400, 'KeyTooLongError');
      const fault = call.operation === 'PostObject' ? undefined : signatureFault(call.request, secretOf, new Date());
      if (fault) return refusal(fault === 'AuthorizationQueryParametersError' ? 400 : 403, fault);
      switch (call.operation) {
        case 'GetObject':
          return get(bucket, key, query);
        case 'PutObject': {
          if (call.request.headers['if-none-match'] === '*' && bucket.find(key)) {
            return refusal(412, 'PreconditionFailed');
          }
          bucket.put(key, call.body);
          return { status: 200, body: Buffer.alloc(0), headers: { etag: etagOf(call.body) } };
        }
        default:
          return post(bucket, await formOf(call), secretOf);
      }
    },
  };
}

/** The words of S3 for what the AWS endpoint finds. */
const codes: Readonly<Record<string, string>> = { UnrecognizedClientException: 'InvalidAccessKeyId' };

interface PostedFile {
  readonly fields: PostFields;
  readonly key: string;
  readonly content: Buffer;
}

async function readForm({ request, body }: Call): Promise<PostedFile> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const file = form.get('file');
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : []));
  const fields = Object.fromEntries(texts) as PostFields;
  const name = file instanceof File ? file.name : '';
  return {
    fields,
    key: (fields['key'] ?? '').replace(/\$\{filename\}/, () => name),
    content: file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0),
  };
}

function post(
  bucket: LocalBucket,
  { fields, key, content }: PostedFile,
  secretOf: (accessKey: string) => string | undefined,
): Reply {
  const accessKey = fields['x-amz-credential']?.split('/')[0] ?? '';
  const signed = { ...fields, bucket: bucket.name };
  const fault = postFault(signed, content.length, secretOf(accessKey) ?? '', new Date());
  if (fault) return refusal(fault.startsWith('Entity') ? 400 : 403, fault);
  bucket.put(key, content);
  const to = URL.parse(fields['success_action_redirect'] ?? '');
  if (!to) return { status: 204, body: Buffer.alloc(0) };
  for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag: etagOf(content) })) {
    to.searchParams.append(name, value);
  }
  return { status: 303, body: Buffer.alloc(0), headers: { location: to.href } };
}

function get(bucket: LocalBucket, key: string, query: URLSearchParams): Reply {
  const content = bucket.find(key);
  if (!content) return refusal(403, 'AccessDenied');
  const disposition = query.get('response-content-disposition');
  return {
    status: 200,
    body: content,
    headers: {
      'content-type': query.get('response-content-type') ?? 'binary/octet-stream',
      ...(disposition && { 'content-disposition': disposition }),
      etag: etagOf(content),
    },
  };
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

/** Writes an error as S3 does. */
function refusal(status: number, code: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, body: Buffer.from(body), headers: { 'content-type': 'application/xml' } };
}
