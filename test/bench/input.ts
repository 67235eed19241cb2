import { typedBody } from '#functions/http/typed-body.ts';
import { mostBytesOf } from '#shared/access/routes.ts';
import { type Figure, median } from '#test/bench/figures.ts';
import { hostileBodies } from '#test/functions/http/hostile-bodies.ts';

const MOST = mostBytesOf('POST /reports');
const ROUNDS = 9;
/** What a body of the largest size may cost, in milliseconds of processor. */
const PROMISED = 50;

/**
 * Reading the bodies that nobody types, at the bound and at a quarter of it: where the cost grows with the body, a piece
 * costs the same in both.
 */
export async function inputFigures(): Promise<Figure[]> {
  const quarters = hostileBodies(MOST / 4);
  return hostileBodies(MOST).flatMap(({ name, type, body }, at) => {
    const whole = cost(body, type);
    const quarter = cost(quarters[at]?.body ?? body, type);
    return [
      {
        name: `${name}: reading ${body.length} bytes`,
        value: whole,
        unit: 'ms',
        floor: { name: 'what is promised', value: PROMISED },
        most: 1,
      },
      {
        name: `${name}: 64 kB of so many`,
        value: (whole * 65_536) / body.length,
        unit: 'ms',
        floor: { name: '64 kB alone', value: quarter },
        detail: true,
      },
    ];
  });
}

/** Processor time, in milliseconds. */
function cost(body: Buffer, type: string): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    try {
      typedBody(body, type, false);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(rounds);
}
