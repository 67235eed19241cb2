import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createBrotliDecompress } from 'node:zlib';

/** One request as the network saw it: bytes with their heads, and milliseconds until the answer was whole. */
export interface Exchange {
  readonly sent: number;
  readonly received: number;
  readonly took: number;
}

/** A page as it was asked for: the last answer, and all that led to it. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly exchanges: readonly Exchange[];
}

/** A phone's browser without scripts: one connection, cookies, redirects. It asks what its site is called at any port. */
export class Phone {
  private readonly cookies = new Map<string, string>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly site: string;
  private readonly port: number;

  constructor(site: string, port: number) {
    this.site = site;
    this.port = port;
  }

  get(path: string): Promise<Shown> {
    return this.follow('GET', path);
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Shown> {
    return this.follow('POST', path, new URLSearchParams(fields).toString());
  }

  /** Sends and receives so many bytes, by way of comparison. */
  async like({ sent, received }: Exchange): Promise<Exchange> {
    return (await this.exchange('POST', `/?bytes=${received}`, 'x'.repeat(Math.max(0, sent - 150)))).exchange;
  }

  hangUp(): void {
    this.agent.destroy();
  }

  private async follow(method: string, path: string, body?: string): Promise<Shown> {
    const exchanges: Exchange[] = [];
    for (let [how, where, what] = [method, path, body]; ; ) {
      const { answer, html, exchange } = await this.exchange(how, where, what);
      exchanges.push(exchange);
      const { statusCode: status = 0, headers } = answer;
      if (!headers.location) return { status, path: where, html, exchanges };
      const { pathname, search } = new URL(headers.location, this.site);
      [how, where, what] = ['GET', pathname + search, undefined];
    }
  }

  private async exchange(
    method: string,
    path: string,
    body?: string,
    started = performance.now(),
  ): Promise<{ readonly answer: IncomingMessage; readonly html: string; readonly exchange: Exchange }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked: ClientRequest = request({
      ...{ host: '127.0.0.1', port: this.port, agent: this.agent, method, path },
      headers: {
        ...{ host: new URL(this.site).host, accept: 'text/html', 'accept-encoding': 'br' },
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', origin: this.site }),
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
    });
    asked.end(body);
    const before = { sent: 0, received: 0 };
    asked.once('socket', (socket) => Object.assign(before, { sent: socket.bytesWritten, received: socket.bytesRead }));
    const answer = await new Promise<IncomingMessage | 'closed'>((resolve, reject) =>
      asked.once('response', resolve).once('error', (error: NodeJS.ErrnoException) => {
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve('closed');
        else reject(error);
      }),
    );
    // The server closed a connection that it took for idle. Every browser then asks again on a new one.
    if (answer === 'closed') return this.exchange(method, path, body, started);
    const { socket } = answer;
    const isCompressed = answer.headers['content-encoding'] === 'br';
    const html = await text(isCompressed ? answer.pipe(createBrotliDecompress()) : answer);
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const took = performance.now() - started;
    const exchange = {
      sent: socket.bytesWritten - before.sent,
      received: socket.bytesRead - before.received,
      took,
    };
    return { answer, html, exchange };
  }
}
