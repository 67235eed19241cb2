import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SoChiBoStack } from '#infra/stack.ts';

const app = new App({ analyticsReporting: false });
const stage: string = app.node.tryGetContext('stage') ?? 'prod';

new SoChiBoStack(app, `SoChiBo-${stage}`, { assets: 'web/dist/assets' });
Validations.of(app).addPlugins(new AwsSolutionsChecks());
