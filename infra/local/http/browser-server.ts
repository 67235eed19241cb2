import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiResponse } from '#infra/local/http/api-event.ts';
import { message } from '#infra/local/http/http-api.ts';

/** Answers a request of a browser. */
export type Site = (request: IncomingMessage) => Promise<ApiResponse>;

/** The server that browsers use. It takes its port before all else, so that a busy port is known at once. */
export class BrowserServer {
  readonly url: string;
  readonly host: string;
  private readonly server: Server;
  private readonly log: (line: string) => void;
  private site: Site | undefined;

  private constructor(server: Server, log: (line: string) => void) {
    const { port } = server.address() as AddressInfo;
    this.host = `localhost:${port}`;
    this.url = `http://${this.host}`;
    this.server = server;
    this.log = log;
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** @throws with code `EADDRINUSE` when another program has the port */
  static async take(port: number, log: (line: string) => void): Promise<BrowserServer> {
    // CloudFront takes longer headers than Node does by itself, and refuses the rest in its own words.
    const server = createServer({ maxHeaderSize: 64 * 1024 }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new BrowserServer(server, log);
  }

  /** Translates the template's address of the pages into the local one, which has no TLS. */
  reachable(value: string): string {
    return value === `https://${this.host}` ? this.url : value;
  }

  open(site: Site): void {
    this.site = site;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
      setTimeout(() => this.server.closeAllConnections(), 1000).unref();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: ApiResponse;
    try {
      answer = this.site ? await this.site(request) : message(503, 'Service Unavailable');
    } catch (error) {
      this.log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
      answer = message(500, 'Internal Server Error');
    }
    const { status, headers, body } = answer;
    // The rest of a body that is too large is not read.
    if (!request.complete) response.shouldKeepAlive = false;
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
