import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SoChiBoStack } from '#infra/stack.ts';

const app = new App({ analyticsReporting: false });
const stage: string = app.node.tryGetContext('stage') ?? 'prod';

/** What `vite build` made: the names of its files change with what they hold. */
const manifest = JSON.parse(readFileSync('web/dist/.vite/manifest.json', 'utf8')) as Record<string, { file: string }>;
const formScript = `/${manifest['web/client/main.ts']?.file}`;

new SoChiBoStack(app, `SoChiBo-${stage}`, { assets: 'web/dist/assets', formScript });
Validations.of(app).addPlugins(new AwsSolutionsChecks());
