import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

/** Prints the ten tests that took longest, so that the gate does not grow slow unseen. */
export default class SlowestTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const timed = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        seconds: (test.diagnostic()?.duration ?? 0) / 1000,
        name: `${module.relativeModuleId}: ${test.fullName}`,
      })),
    );
    if (timed.length <= SHOWN) return; // their times stand above
    console.log('The slowest tests, in seconds:');
    for (const { seconds, name } of timed.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN)) {
      console.log(`${seconds.toFixed(1).padStart(6)}  ${name}`);
    }
  }
}
