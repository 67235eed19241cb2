import { makeFiles } from '#test/bench/made-files.ts';

/** `npm run bench:exports`: how long each file of a scorecard takes, by the clock and of the processor, and how much memory. */
console.log('communes  cells   file          ms     cpu   bytes        peak MB');
for (const [communes, cells] of [
  [25, 375],
  [130, 10_000],
] as const) {
  for (const { format, milliseconds, processorMs, bytes, peakMb } of await makeFiles(communes, cells)) {
    const [ms, cpu, mb] = [milliseconds, processorMs, peakMb].map((value) => value.toFixed(0).padStart(6));
    console.log(
      `${String(communes).padEnd(9)} ${String(cells).padEnd(7)} ${format.padEnd(10)} ${ms}  ${cpu}   ${String(bytes).padEnd(10)} ${mb}`,
    );
  }
}
