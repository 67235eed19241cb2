import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { throttleOf } from '#infra/local/http/throttle.ts';
import { template } from '#test/infra/synthesized.ts';

const stackWith = (settings?: object, ofRoutes?: object) =>
  new LocalStack(
    {
      Resources: {
        Stage: {
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: {
            ...(settings && { DefaultRouteSettings: settings }),
            ...(ofRoutes && { RouteSettings: ofRoutes }),
          },
        },
      },
    } as unknown as Template,
    localResourceNames('http://aws', 'here'),
  );

/** How many of so many requests at one moment pass. */
function passed(throttle: { mayPass(): boolean }, asked: number): number {
  return Array.from({ length: asked }, () => throttle.mayPass()).filter(Boolean).length;
}

describe('the API’s throttle', () => {
  it('lets as many pass at once, and in each second, as the synthesized stage says', () => {
    let now = 0;
    const stack = new LocalStack(template.toJSON() as Template, localResourceNames('http://aws', 'here'));
    const [stage] = stack.all<{
      readonly DefaultRouteSettings: { readonly ThrottlingBurstLimit: number; readonly ThrottlingRateLimit: number };
    }>('AWS::ApiGatewayV2::Stage');
    const { ThrottlingBurstLimit: atOnce, ThrottlingRateLimit: aSecond } = stage?.properties.DefaultRouteSettings ?? {};
    const throttle = throttleOf(stack, () => now);
    expect(passed(throttle, 10_000)).toBe(atOnce);
    now += 1000;
    expect(passed(throttle, 10_000)).toBe(aSecond);
    now += 3_600_000;
    expect(passed(throttle, 10_000)).toBe(atOnce);
  });

  it('lets no more pass in any time than were at once allowed and filled since, and turns nobody away before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(80)), { maxLength: 30 }),
        (aSecond, atOnce, asked) => {
          let now = 0;
          const stack = stackWith({ ThrottlingRateLimit: aSecond, ThrottlingBurstLimit: atOnce });
          const throttle = throttleOf(stack, () => now);
          let total = 0;
          for (const [later, requests] of asked) {
            now += later;
            const those = passed(throttle, requests);
            total += those;
            expect(total).toBeLessThanOrEqual(atOnce + (now / 1000) * aSecond + 1e-6);
            expect(those).toBeLessThanOrEqual(atOnce);
            // Whoever was turned away found the bucket empty: it was not filled for more than one.
            if (those < requests) expect(throttle.mayPass()).toBe(false);
          }
        },
      ),
    );
  });

  it('is the account’s where the stage says nothing', () => {
    expect(
      passed(
        throttleOf(stackWith(), () => 0),
        20_000,
      ),
    ).toBe(5000);
  });

  it('of a route alone is not pretended', () => {
    expect(() => throttleOf(stackWith({}, { 'GET /': { ThrottlingRateLimit: 1 } }))).toThrow('not its routes');
  });

  it('is used up by a flood for as long as it lasts', () => {
    let now = 0;
    const throttle = throttleOf(stackWith({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 10 }), () => now);
    throttle.flood(30);
    now = 30_000;
    expect(throttle.mayPass()).toBe(false);
    now = 30_100;
    expect(throttle.mayPass()).toBe(true);
  });

  it('is whole again at once where a flood is ended', () => {
    const throttle = throttleOf(stackWith({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 10 }), () => 0);
    throttle.flood(30);
    throttle.flood(0);
    expect(Array.from({ length: 11 }, () => throttle.mayPass())).toEqual([...Array(10).fill(true), false]);
  });
});
