import { join } from 'node:path';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import type { FoundBrowser } from '#test/browser/find-browser.ts';

// A program of its own: the package's set-up changes the environment of the process that it runs in. By itself it takes
// its libraries and fonts into use in Amazon's cloud only; they serve any Linux, and a bare one has no others.
const executablePath = await chromium.executablePath();
const libraries = await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
setupLambdaEnvironment(join(libraries, 'lib'));
console.log(JSON.stringify({ executablePath, env: process.env, args: [] } satisfies FoundBrowser));
