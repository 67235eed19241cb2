import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { type PostFields, postFault } from '#infra/local/s3/post-policy.ts';

const secret = 'made-up';
const client = new S3Client({
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'KEY', secretAccessKey: secret },
  endpoint: 'http://127.0.0.1:1',
});

/** The fields of a form as the SDK signs them, as S3 reads them: names in small letters, and the bucket besides. */
async function signed(): Promise<PostFields> {
  const { fields } = await createPresignedPost(client, {
    Bucket: 'documents',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3 puts the name of the file there
    Key: 'incoming/${filename}',
    Conditions: [['content-length-range', 1, 10]],
    Fields: { success_action_redirect: 'http://localhost/sent' },
    Expires: 60,
  });
  const small = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...(Object.fromEntries(small) as PostFields), bucket: 'documents' };
}

const soon = () => new Date();

describe('a form that the SDK has signed', () => {
  it('is taken as it is, within its time and size', async () => {
    const fields = await signed();
    expect(postFault(fields, 10, secret, soon())).toBeUndefined();
    expect(postFault(fields, 11, secret, soon())).toBe('EntityTooLarge');
    expect(postFault(fields, 0, secret, soon())).toBe('EntityTooSmall');
    expect(postFault(fields, 10, secret, new Date(Date.now() + 61_000))).toBe('AccessDenied');
  });

  it.each<[string, PostFields, string]>([
    ['another place', { key: 'files/x' }, 'AccessDenied'],
    ['another way back', { success_action_redirect: 'https://khac.example' }, 'AccessDenied'],
    ['another bucket', { bucket: 'assets' }, 'AccessDenied'],
    ['more than it allows', { acl: 'public-read' }, 'AccessDenied'],
    [
      'another policy',
      { policy: Buffer.from('{"expiration":"2999-01-01","conditions":[]}').toString('base64') },
      'SignatureDoesNotMatch',
    ],
    ['no signature', { 'x-amz-signature': '' }, 'SignatureDoesNotMatch'],
  ])('is not taken for %s', async (_, changes, fault) => {
    expect(postFault({ ...(await signed()), ...changes }, 5, secret, soon())).toBe(fault);
  });

  it('is not taken by another key', async () => {
    expect(postFault(await signed(), 5, 'another', soon())).toBe('SignatureDoesNotMatch');
  });
});
