import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SentFile } from '#functions/guidance/sent-file.ts';
import { fileTypes, MOST_FILE_BYTES } from '#shared/guidance/file-content.ts';
import type { GuidanceFile, GuidanceFileId, UploadForm } from '#shared/guidance/guidance-file.ts';
import type { UnitId } from '#shared/units/units.ts';

/** S3 says that a file is too big in English and XML; up to this size we say it ourselves. */
const MOST_TAKEN_BYTES = 2 * MOST_FILE_BYTES;
/** How long a form to send a file may stand open. */
const FORM_SECONDS = 30 * 60;
/** A link is followed at once. */
const LINK_SECONDS = 60;

export type GuidanceBucket = ReturnType<typeof guidanceBucket>;

export interface BucketDeps {
  /** Only who sends or takes a file waits for the code that speaks to S3. */
  readonly bucket: () => Promise<GuidanceBucket>;
}

/**
 * The bucket of documents. Browsers send files to `incoming/`, by a form that allows one key and one size; what was
 * checked is written to `files/` by the function alone, once, and read from there by links for a minute.
 */
export function guidanceBucket(Bucket: string, config: S3ClientConfig = {}) {
  const s3 = new S3Client({
    ...config,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    // S3 holds whatever was sent against its own checksum; browsers that follow a link could not.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keyOf = (district: UnitId, id: GuidanceFileId) => `files/${district}/${id}`;

  return {
    /** What a form of plain HTML sends a file with; S3 then leads back to an address of ours, adding the key. */
    async uploadForm(district: UnitId, id: GuidanceFileId, returnTo: string): Promise<UploadForm> {
      const { url, fields } = await createPresignedPost(s3, {
        Bucket,
        // S3 puts the name of the file in.
        Key: `incoming/${district}/${id}/\${filename}`,
        Conditions: [['content-length-range', 0, MOST_TAKEN_BYTES]],
        Fields: { success_action_redirect: returnTo },
        Expires: FORM_SECONDS,
      });
      return { url, fields };
    },

    /** What was sent; nothing where it has expired or never came. */
    async read({ key: Key }: SentFile): Promise<Uint8Array | 'gone' | 'too-big'> {
      try {
        const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        if (!Body || ContentLength > MOST_FILE_BYTES) {
          (Body as { destroy?: () => void } | undefined)?.destroy?.();
          return 'too-big';
        }
        return await Body.transformToByteArray();
      } catch (error) {
        // Who may not list a bucket is told the same of what is not there as of what is another's.
        if (isAnswer(error, 403) || isAnswer(error, 404)) return 'gone';
        throw error;
      }
    },

    /** Keeps what was checked. Never twice: what is there stays. */
    async keep(district: UnitId, { id, type }: Pick<GuidanceFile, 'id' | 'type'>, Body: Uint8Array): Promise<void> {
      const Key = keyOf(district, id);
      const ContentType = fileTypes[type].media;
      try {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: '*' }));
      } catch (error) {
        if (!isAnswer(error, 412)) throw error;
      }
    },

    /** A link by which whoever has it saves a file. */
    link(district: UnitId, { id, name, type }: Pick<GuidanceFile, 'id' | 'name' | 'type'>): Promise<string> {
      const get = new GetObjectCommand({
        Bucket,
        Key: keyOf(district, id),
        ResponseContentType: fileTypes[type].media,
        ResponseContentDisposition: dispositionOf(name),
      });
      return getSignedUrl(s3, get, { expiresIn: LINK_SECONDS });
    },
  };
}

function isAnswer(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

/** To be saved and not shown, under its name: by RFC 6266 in both spellings. */
function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w ().-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
