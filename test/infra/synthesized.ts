import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { SoChiBoStack } from '#infra/stack.ts';
import { readStage, type Stage } from '#infra/stages/read-stage.ts';

/** An app that synthesizes without bundling the functions: what they hold is other tests' matter. */
export function newApp(context: Readonly<Record<string, string>> = {}): App {
  return new App({ analyticsReporting: false, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
}

/** A stage that could be deployed. */
export const aStage: Stage = { ...readStage('local'), name: 'test' };

export function newStack(app = newApp(), stage: Partial<Stage> = {}): SoChiBoStack {
  return new SoChiBoStack(
    app,
    { ...aStage, ...stage },
    {
      assets: 'web/public/assets',
      scripts: {
        form: '/assets/form.js',
        worker: '/assets/worker.js',
        signedOut: '/assets/signed-out.js',
        copy: '/assets/copy.js',
      },
    },
  );
}

export interface Resource<Properties = Record<string, unknown>> {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DeletionPolicy?: string;
}

/** The resources of a type by their logical ids. */
export function resourcesOf<Properties>(template: Template, type: string): Record<string, Resource<Properties>> {
  return template.findResources(type) as Record<string, Resource<Properties>>;
}

export const template = Template.fromStack(newStack());
