import { request } from 'node:http';
import { system } from '#test/system/system.ts';

/** What fits the first congestion window: ten packets of 1,460 bytes. */
export const FIRST_WINDOW = 14_600;

/** A response as it is on the wire: the headers' bytes, the body still compressed. */
interface OnTheWire {
  readonly status: number;
  readonly headerBytes: number;
  readonly body: Buffer;
  readonly encoding: string | undefined;
}

/** Asks for a page as browsers that take brotli do. */
export function fetchRaw(path: string, cookie: string): Promise<OnTheWire> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' };
    request(new URL(path, system().url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const lines = response.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
        resolve({
          status: response.statusCode ?? 0,
          headerBytes: lines + 'HTTP/1.1 200 OK\r\n\r\n'.length,
          body: Buffer.concat(chunks),
          encoding: response.headers['content-encoding'],
        });
      });
    })
      .on('error', reject)
      .end();
  });
}
