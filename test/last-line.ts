import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** As many failures are named at the end. */
const NAMED = 20;

/**
 * Ends the output with what failed, by name, and one line that a machine can read: `N passed, N failed`, and
 * `, N skipped` where some were. Who sees only the end of a long output knows where to look.
 */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: 'passed' | 'failed' | 'skipped') => tests.filter((test) => test.result().state === state);
    // A file that could not be loaded and an error outside of any test have no test to fail.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const failures: { readonly where: string; readonly error: { readonly message?: string } | undefined }[] = [
      ...of('failed').map((test) => ({
        where: `${test.module.relativeModuleId}: ${test.fullName}`,
        error: test.result().errors?.[0],
      })),
      ...broken.map((module) => ({ where: module.relativeModuleId, error: module.errors()[0] })),
      ...errors.map((error) => ({ where: 'outside of any test', error })),
    ];
    const skipped = of('skipped').length;
    process.once('exit', () => {
      for (const { where, error } of failures.slice(0, NAMED)) {
        console.log(`Failed: ${where}\n  ${error?.message?.split('\n', 1)[0] ?? ''}`);
      }
      console.log(
        `${of('passed').length} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
      );
    });
  }
}
