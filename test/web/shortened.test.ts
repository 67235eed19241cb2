import { expect, it } from 'vitest';
import { shortened } from '#web/shortened.ts';
import css from '#web/style.css';
import tablesCss from '#web/tables.css';
import workCss from '#web/work.css';

// The bundler shortens them before the functions do: both must come to the digests of the security policy.
it.each([css, tablesCss, workCss])('a stylesheet that is shortened stays as it is', (text) => {
  const once = shortened(text);
  expect(once.length).toBeLessThan(text.length);
  expect(once).not.toContain('/*');
  expect(shortened(once)).toBe(once);
});
