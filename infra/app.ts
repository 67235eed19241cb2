import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SoChiBoStack } from '#infra/stack.ts';
import { StageRefused } from '#infra/stages/read-stage.ts';
import { stageOf } from '#infra/stages/stage-of.ts';

try {
  synthesize();
} catch (error) {
  if (!(error instanceof StageRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}

function synthesize(): void {
  const app = new App({ analyticsReporting: false });
  new SoChiBoStack(app, stageOf(app), { assets: 'web/dist/assets', scripts: scripts() });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
}

/** From the manifest of `vite build`: the names of files change with their content. */
function scripts() {
  const manifest = JSON.parse(readFileSync('web/dist/.vite/manifest.json', 'utf8')) as Record<string, { file: string }>;
  const addressOf = (source: string) => `/${manifest[`web/client/${source}`]?.file}`;
  return {
    form: addressOf('main.tsx'),
    worker: addressOf('service-worker.ts'),
    signedOut: addressOf('signed-out.ts'),
    copy: addressOf('copy-text.ts'),
  };
}
