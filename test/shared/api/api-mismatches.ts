import { readFileSync } from 'node:fs';
import { openApi } from '#shared/api/openapi.ts';
import { mismatches } from '#test/functions/scorecards/formats/matches-schema.ts';

const scorecard = JSON.parse(readFileSync('web/public/assets/scorecard.schema.json', 'utf8')) as object;
const { components } = openApi({ ...scorecard }) as { readonly components: { readonly schemas: object } };
const $defs = JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/')) as object;

/** What of a value does not match a schema of the published document. */
export function apiMismatches(value: unknown, schema: string): string[] {
  return mismatches(value, { $defs, $ref: `#/$defs/${schema}` });
}
