import type { App } from 'aws-cdk-lib/core';
import { readStage, type Stage, StageRefused } from '#infra/stages/read-stage.ts';
import { settings } from '#infra/stages/settings.ts';

/**
 * The stage that the context names (`cdk deploy --context stage=NAME`).
 *
 * @throws {StageRefused} if it names none, if its settings are refused, or if a setting was given as context: whoever
 *   deploys next would not know of it
 */
export function stageOf(app: App, folder?: string): Stage {
  const stage = readStage(app.node.tryGetContext('stage'), folder);
  for (const key of Object.keys(settings)) {
    if (app.node.tryGetContext(key) === undefined) continue;
    throw new StageRefused(`${key} is no context: enter it into infra/stages/${stage.name}.json`);
  }
  return stage;
}
