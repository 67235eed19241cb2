import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer by the operation that asks for it: JSON, or the inside of an answer in XML. */
export type Answers = Readonly<Record<string, object | string>>;

/** The operation that a request of an SDK asks for, whichever of AWS's protocols it speaks. */
function operationOf({ headers, method, url = '' }: IncomingMessage, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1);
  return new URLSearchParams(body).get('Action') ?? `${method} ${url.split('?')[0]}`;
}

/**
 * An AWS account on the wire: answers the operations it is given as AWS writes them, each with a signature, and passes
 * calls of a database on.
 */
export async function startAwsAccount(answers: Answers, database: string) {
  const asked = new Set<string>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const operation = operationOf(request, body);
    const service = /Credential=[^/]+\/\d{8}\/[\w-]+\/([\w-]+)\/aws4_request/.exec(
      request.headers.authorization ?? '',
    )?.[1];
    if (!service) return response.writeHead(403).end('{"__type":"MissingAuthenticationToken"}');
    asked.add(`${service} ${operation}`);
    const answer = answers[operation];
    if (answer === undefined && service === 'dynamodb') {
      const { host: _, connection: _c, 'content-length': _l, ...headers } = request.headers;
      const passed = await fetch(database, { method: 'POST', headers: headers as Record<string, string>, body });
      return response
        .writeHead(passed.status, { 'content-type': 'application/x-amz-json-1.0' })
        .end(await passed.text());
    }
    if (answer === undefined)
      return response.writeHead(400).end(`{"__type":"UnknownOperationException: ${operation}"}`);
    if (typeof answer === 'object') return response.writeHead(200).end(JSON.stringify(answer));
    const xml = `<${operation}Response><${operation}Result>${answer.replaceAll('https://sqs', `http://${request.headers.host}`)}</${operation}Result></${operation}Response>`;
    return response.writeHead(200, { 'content-type': 'text/xml' }).end(xml);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop: () => server.close() };
}

/** A name server on the wire: answers questions for texts, and knows no other names (RFC 1035). */
export async function startNameServer(texts: Readonly<Record<string, string>>) {
  const socket = createSocket('udp4', (question, { port, address }) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const found = texts[labels.join('.')];
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    head.writeUInt16BE(found === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(found === undefined ? 0 : 1, 6);
    const asked = question.subarray(12, at + 5);
    const record = Buffer.alloc(found === undefined ? 0 : 13 + found.length);
    if (found !== undefined) {
      record.set([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60], 0);
      record.writeUInt16BE(found.length + 1, 10);
      record.writeUInt8(found.length, 12);
      record.write(found, 13, 'latin1');
    }
    socket.send(Buffer.concat([head, asked, record]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() };
}
