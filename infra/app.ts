import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SoChiBoStack } from '#infra/stack.ts';

const app = new App({ analyticsReporting: false });
const stage: string = app.node.tryGetContext('stage') ?? 'prod';

/** The manifest of `vite build`: the names of files change with their content. */
const manifest = JSON.parse(readFileSync('web/dist/.vite/manifest.json', 'utf8')) as Record<string, { file: string }>;
const addressOf = (source: string) => `/${manifest[`web/client/${source}`]?.file}`;
const scripts = {
  form: addressOf('main.tsx'),
  worker: addressOf('service-worker.ts'),
  signedOut: addressOf('signed-out.ts'),
  copy: addressOf('copy-text.ts'),
};

/** Nobody owns a reserved name (RFC 2606): without a domain of your own, SES sends no reminder. */
const mailFrom: string = app.node.tryGetContext('mailFrom') ?? 'so-chi-bo@chi-bo.example';

new SoChiBoStack(app, `SoChiBo-${stage}`, { assets: 'web/dist/assets', scripts, mailFrom });
Validations.of(app).addPlugins(new AwsSolutionsChecks());
