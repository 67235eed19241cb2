import { expect, it } from 'vitest';
import { shortened } from '#test/shortened.ts';

it('leaves a short text as it is', () => {
  expect(shortened('- Expected\n+ Received\n')).toBe('- Expected\n+ Received\n');
});

it('shows the beginning of a page that is one long line, and how long it is', () => {
  const said = shortened(`Received: ${'x'.repeat(30_000)}`);
  expect(said).toMatch(/^Received: x+… and 29710 more characters\n\(--reporter=default shows all of it\)$/);
  expect(said.length).toBeLessThan(400);
});

it('shows the first lines of a long tree, and how many follow', () => {
  const said = shortened(Array.from({ length: 5_000 }, (_, n) => `+  element ${n}`).join('\n'));
  expect(said).toMatch(/^\+ {2}element 0\n.*element 29\n… and 4970 more lines/s);
  expect(said.length).toBeLessThan(800);
});

it('keeps the colours of a line that is short, and leaves none open in one that is cut', () => {
  const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
  expect(shortened(red('+ page'))).toBe(red('+ page'));
  const [cut] = shortened(red('x'.repeat(400))).split('\n');
  expect(cut).toBe(`${'x'.repeat(300)}… and 100 more characters`);
});
