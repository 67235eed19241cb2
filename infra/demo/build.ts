import { execFileSync } from 'node:child_process';
import { isBuilt, noteBuilt, sourcesOf } from '#infra/demo/built.ts';

/* `npm start` builds first, unless all that is built from is as it was. `npm run build` always builds. */
if (!isBuilt('.')) {
  const sources = sourcesOf('.');
  execFileSync(process.execPath, ['--run', 'build'], { stdio: 'inherit' });
  noteBuilt('.', sources);
}
