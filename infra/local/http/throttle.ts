import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';

interface StageProperties {
  readonly DefaultRouteSettings?: {
    readonly ThrottlingRateLimit?: number;
    readonly ThrottlingBurstLimit?: number;
  };
  readonly RouteSettings?: object;
}

/** What an account has in a region where its stage says nothing: requests a second, and at once. */
const account = { ThrottlingRateLimit: 10_000, ThrottlingBurstLimit: 5000 };

export interface Throttle {
  /** Asked for each request. */
  mayPass(): boolean;
  /** Uses up what may pass in the next seconds, as a flood would; 0 ends it, and all may pass. */
  flood(seconds: number): void;
}

/**
 * The throttle of the API's stage, one bucket of tokens for all its routes: it holds as many as may come at once, and as
 * many are filled in a second as the rate says.
 *
 * @param now milliseconds of a clock that never goes back
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export function throttleOf(stack: LocalStack, now: () => number = () => performance.now()): Throttle {
  const [stage] = stack.all<StageProperties>('AWS::ApiGatewayV2::Stage');
  if (stage?.properties.RouteSettings) throw new Error('the local system throttles a stage, not its routes');
  const { ThrottlingRateLimit: aSecond, ThrottlingBurstLimit: atOnce } = {
    ...account,
    ...stage?.properties.DefaultRouteSettings,
  };
  let tokens = atOnce;
  let filled = now();
  return {
    mayPass() {
      const at = now();
      tokens = Math.min(atOnce, tokens + ((at - filled) / 1000) * aSecond);
      filled = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },

    flood(seconds) {
      tokens = seconds > 0 ? -seconds * aSecond : atOnce;
      filled = now();
    },
  };
}
