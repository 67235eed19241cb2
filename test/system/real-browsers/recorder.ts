import { createServer, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { PATIENCE_MS } from '#test/system/real-browsers/real-browser.ts';
import { system } from '#test/system/system.ts';

/** The system at an address of its own, at which what is sent by forms is written down. */
export interface Recorder {
  readonly url: string;
  /** Waits for the form that is sent next since the last call, and says what it sent, name by name. */
  next(): Promise<readonly (readonly [name: string, value: string])[]>;
  close(): void;
}

export async function startRecorder(): Promise<Recorder> {
  const bodies: string[] = [];
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    const onward = request(new URL(url ?? '/', system().url), { method, headers }, (answered) => {
      // Each of the two connections has its own way to end.
      const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers } = answered.headers;
      answer.writeHead(answered.statusCode ?? 502, headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.on('end', () => {
      if (method === 'POST') bodies.push(Buffer.concat(chunks).toString('latin1'));
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async next() {
      for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(50)) {
        const body = bodies.shift();
        if (body !== undefined) return [...new URLSearchParams(body)];
        if (Date.now() > end) throw new Error('No form was sent');
      }
    },
    close: () => void server.close(),
  };
}
