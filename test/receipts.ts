import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { receiptsFolder } from '#test/system/real-browsers/keep-receipt.ts';

/** Lists the receipts that were seen in real browsers, each with the browser's name and version, and says where. */
export default class Receipts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const seen = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().receipt ?? []),
    );
    if (seen.length === 0) return;
    const list = join(receiptsFolder, 'receipts.txt');
    const lines = seen.map(({ browser, version, file }) => `${browser} ${version}: ${file}\n`).sort();
    writeFileSync(list, lines.join(''));
    console.log(`Receipts seen in ${seen.length} browsers: ${list}`);
  }
}
