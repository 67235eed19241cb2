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
import { fileObjectKey } from '#functions/store/guidance-file-store.ts';
import { fileTypes, MOST_FILE_BYTES } from '#shared/guidance/file-content.ts';
import {
  type GuidanceFile,
  type GuidanceFileId,
  LINK_SECONDS,
  type UploadForm,
} from '#shared/guidance/guidance-file.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';
import type { UnitId } from '#shared/units/units.ts';

/** S3 rejects a big file with English XML. Up to this size we reject it with our own page. */
const MOST_TAKEN_BYTES = 2 * MOST_FILE_BYTES;
/** How long a form to send a file may stand open. */
const FORM_SECONDS = 30 * 60;

/** What stands in the place of a refused file until the bucket's rule deletes it. */
const DISCARDED = Buffer.from('discarded');

export type GuidanceBucket = ReturnType<typeof guidanceBucket>;

export interface BucketDeps {
  /** The S3 client is loaded only when somebody sends or downloads a file. */
  readonly bucket: () => Promise<GuidanceBucket>;
}

/**
 * The bucket of documents. Browsers send files to `incoming/` with a form that allows one key and one size. Only the
 * function writes checked files to `files/`, once each, and links to read them there last a minute.
 */
export function guidanceBucket(Bucket: string, config: S3ClientConfig = {}) {
  const s3 = new S3Client({
    ...config,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    // S3 checks uploads against its own checksum. Browsers that follow a link cannot do so.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  return {
    /** The fields with which a plain HTML form sends a file. S3 then redirects to our address and adds the key. */
    async uploadForm(district: UnitId, id: GuidanceFileId, returnTo: string): Promise<UploadForm> {
      const { url, fields } = await createPresignedPost(s3, {
        Bucket,
        // S3 inserts the name of the file.
        Key: `incoming/${district}/${id}/\${filename}`,
        Conditions: [['content-length-range', 0, MOST_TAKEN_BYTES]],
        Fields: { success_action_redirect: returnTo },
        Expires: FORM_SECONDS,
      });
      return { url, fields };
    },

    /** Reads the file that was sent. `gone`: it was refused, has expired or never arrived. */
    async read({ key: Key }: SentFile): Promise<Uint8Array | 'gone' | 'too-big'> {
      try {
        const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        if (!Body || ContentLength > MOST_FILE_BYTES) {
          (Body as { destroy?: () => void } | undefined)?.destroy?.();
          return 'too-big';
        }
        const bytes = await Body.transformToByteArray();
        return Buffer.from(bytes).equals(DISCARDED) ? 'gone' : bytes;
      } catch (error) {
        // Without permission to list the bucket, S3 answers alike for a missing and a forbidden object.
        if (isAnswer(error, 403) || isAnswer(error, 404)) return 'gone';
        throw error;
      }
    },

    /** Overwrites a refused file, so that nothing of it stays: no function may delete an object. */
    async discard({ key: Key }: SentFile): Promise<void> {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: DISCARDED }));
    },

    /** Stores a checked file. It never overwrites an existing file. */
    async keep(district: UnitId, { id, type }: Pick<GuidanceFile, 'id' | 'type'>, Body: Uint8Array): Promise<void> {
      const Key = fileObjectKey(district, id);
      const ContentType = fileTypes[type].media;
      try {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: '*' }));
      } catch (error) {
        if (!isAnswer(error, 412)) throw error;
      }
    },

    /** Makes a link with which anybody who has it can download the file. */
    link(district: UnitId, { id, name, type }: Pick<GuidanceFile, 'id' | 'name' | 'type'>): Promise<string> {
      const get = new GetObjectCommand({
        Bucket,
        Key: fileObjectKey(district, id),
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

/** Makes browsers save the file under its name instead of showing it. RFC 6266 defines both spellings of the name. */
function dispositionOf(name: string): string {
  const plain = withoutMarks(name).replace(/[^\w ().-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
