import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { acceptedProof } from '#functions/http/from-distribution.ts';

const sent = (secret?: string) =>
  ({ headers: secret === undefined ? {} : { 'x-origin-secret': secret } }) as unknown as APIGatewayProxyEventV2;

describe('the origin secret', () => {
  it.each(['first', 'second'])('%s is accepted while one is rotated for the other', (secret) => {
    expect(acceptedProof(sent(secret), ['second', 'first'])).toBe(secret);
  });

  it.each([undefined, '', 'firs', 'first ', 'FIRST', 'first,second', 'first,first'])('%s is not', (secret) => {
    expect(acceptedProof(sent(secret), ['second', 'first'])).toBeUndefined();
  });

  it('that went before is not accepted any more', () => {
    expect(acceptedProof(sent('first'), ['second'])).toBeUndefined();
  });
});
