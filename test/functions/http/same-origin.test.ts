import { expect, it } from 'vitest';
import { isSameOrigin } from '#functions/http/cookies.ts';

const site = 'so-chi-bo.example';
const edge = { 'x-forwarded-host': site, 'x-forwarded-proto': 'https' };

it.each([
  // The browser's own word comes first.
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': '' }, false],
  [{ 'sec-fetch-site': 'same-origin, cross-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: `https://${site}`, referer: `https://${site}/` }, false],
  // Older browsers send the origin.
  [{ origin: `https://${site}` }, true],
  [{ origin: `https://${site}`, referer: 'https://evil.example/' }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'https://evil.example', referer: `https://${site}/` }, false],
  [{ origin: `http://${site}` }, false],
  [{ origin: `https://${site}:8443` }, false],
  [{ origin: `https://${site}.evil.example` }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'null', referer: `https://${site}/` }, false],
  [{ origin: '' }, false],
  [{ origin: `https://${site}, https://evil.example` }, false],
  // Still older ones, and w3m and Lynx, send the page alone.
  [{ referer: `https://${site}/reports/new?cell=x` }, true],
  [{ referer: `https://${site}` }, true],
  [{ referer: 'https://evil.example/' }, false],
  [{ referer: `https://evil.example/?${site}` }, false],
  [{ referer: `https://${site}@evil.example/` }, false],
  [{ referer: `http://${site}/` }, false],
  [{ referer: 'about:blank' }, false],
  [{ referer: 'data:text/html,x' }, false],
  [{ referer: '/reports/new' }, false],
  [{ referer: '' }, false],
  // None of the three: the form's token decides.
  [{}, true],
])('%j is ours: %s', (headers, ours) => {
  expect(isSameOrigin({ headers: { ...edge, ...headers } })).toBe(ours);
});

it.each([
  { origin: 'null' },
  { origin: `https://${site}` },
  { referer: 'about:blank' },
  { referer: `https://${site}/` },
])('%j is not ours where the distribution did not say what the site is called', (headers) => {
  expect(isSameOrigin({ headers })).toBe(false);
});
