import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network of a client's address, as tries are counted: an IPv4 address itself, an IPv6 address by its first 64
 * bits, since every household has at least that many (RFC 6177). An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2) is
 * IPv4. Everything that is no address counts as one network.
 *
 * @example networkOf('2001:DB8:7:1::9') //=> '2001:db8:7:1::/64'
 * @example networkOf('::ffff:203.0.113.7') //=> '203.0.113.7'
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'none';
  // The URL parser writes an address in one form; it knows no zone (`%eth0`).
  const [plain] = address.split('%');
  const written = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(written) ?? [];
  if (high && low) {
    const bits = (Number.parseInt(high, 16) << 16) | Number.parseInt(low, 16);
    return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
  }
  const [head = [], tail = []] = written.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
