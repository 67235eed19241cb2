import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { NETWORK } from '#test/bench/bad-phone.ts';

export interface ShapedWay {
  readonly port: number;
  stop(): void;
}

/**
 * A way to a server that is as slow as a bad phone's: what comes in at this port reaches the server half a round trip
 * later, at no more bytes a second than the network carries, and the same back. Each connection has the network to itself,
 * so a phone that asks for one thing after another on one connection has it whole.
 */
export async function shapedWay(target: number): Promise<ShapedWay> {
  const sockets = new Set<Socket>();
  const server = createServer((phone) => {
    const origin = connect(target, '127.0.0.1');
    for (const [from, to, rate] of [
      [phone, origin, NETWORK.uploadThroughput],
      [origin, phone, NETWORK.downloadThroughput],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      let free = 0;
      const later = (bytes: number, deliver: () => void) => {
        free = Math.max(free, performance.now()) + (bytes * 1000) / rate;
        setTimeout(deliver, Math.max(1, free + NETWORK.latency / 2 - performance.now()));
      };
      from.on('data', (part: Buffer) => later(part.length, () => to.write(part)));
      from.on('end', () => later(0, () => to.end()));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
