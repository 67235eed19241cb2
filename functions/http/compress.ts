import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Compressing less than one packet saves nothing. */
const LEAST_BYTES = 1000;
/** Brotli's quality, 0 to 11: above 6, compressing a page takes more milliseconds than it saves in transfer. */
const QUALITY = 6;

/** Compresses text in the function itself: CloudFront compresses only what it caches, and pages are not cached. */
export function compress(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    after({ event, response }) {
      if (!response?.body || response.isBase64Encoded || response.body.length < LEAST_BYTES) return;
      const accepted = event.headers['accept-encoding'] ?? '';
      const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
      if (!encoding) return;
      const bytes =
        encoding === 'br'
          ? brotliCompressSync(response.body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
          : gzipSync(response.body);
      response.body = bytes.toString('base64');
      response.isBase64Encoded = true;
      response.headers = { ...response.headers, 'content-encoding': encoding };
    },
  };
}
