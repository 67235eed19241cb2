import { request } from 'node:http';
import { Visitor } from '#test/system/visitor.ts';

/** Only on Linux is the whole of 127.0.0.0/8 an address of this machine. */
export const canBeStrangers = process.platform === 'linux';

/** A visitor from another address than most tests; there are 240, so let time pass before they come round again. */
export class Stranger extends Visitor {
  private readonly address: string;

  constructor(n: number) {
    super();
    this.address = `127.0.0.${10 + (n % 240)}`;
  }

  protected override ask(url: URL, { method, headers, body }: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const options = { method, localAddress: this.address, family: 4, headers: headers as Record<string, string> };
      const asked = request(url, { ...options, method: method ?? 'GET' }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answered = new Headers();
          for (const [name, values = []] of Object.entries(response.headersDistinct)) {
            for (const value of values) answered.append(name, value);
          }
          answered.delete('content-encoding');
          resolve(new Response(Buffer.concat(chunks), { status: response.statusCode ?? 500, headers: answered }));
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
