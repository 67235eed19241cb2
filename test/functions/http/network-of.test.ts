import { describe, expect, it } from 'vitest';
import { networkOf } from '#functions/http/network-of.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:255.255.255.255', '255.255.255.255'],
    ['2001:db8:7:1::9', '2001:db8:7:1::/64'],
    ['2001:DB8:7:1:ffff:ffff:ffff:ffff', '2001:db8:7:1::/64'],
    ['2001:0db8:0007:0001:0000:0000:0000:0009', '2001:db8:7:1::/64'],
    ['2001:db8:7:2::9', '2001:db8:7:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'none'],
    ['203.0.113', 'none'],
    ['2001:db8::1]/x', 'none'],
    ['unknown', 'none'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
