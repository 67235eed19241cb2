import { DefaultReporter, type TestCase } from 'vitest/node';
import { shortened } from '#test/shortened.ts';

type Failure = NonNullable<ReturnType<TestCase['result']>['errors']>[number];

/** Says what failed by its name: it lists no test that passed beside it, and of a whole page shows the beginning. */
export default class BriefReporter extends DefaultReporter {
  override onTestCaseResult(test: TestCase): void {
    for (const error of test.result().errors ?? []) shorten(error);
    super.onTestCaseResult(test);
  }

  protected override printTestCase(...[state, test]: Parameters<DefaultReporter['printTestCase']>): void {
    if (state !== 'failed' || test.result().state === 'failed') super.printTestCase(state, test);
  }
}

function shorten(error: Partial<Failure>): void {
  if (error.message) error.message = shortened(error.message);
  if (error.diff) error.diff = shortened(error.diff);
  if (error.cause) shorten(error.cause);
}
