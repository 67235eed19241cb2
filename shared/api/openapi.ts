import { MOST_USES_A_MINUTE } from '#shared/access/api-token.ts';
import { type RouteKey, routes, tokenScopeOf, tokenScopes } from '#shared/access/routes.ts';
import { scopeLabels } from '#shared/access/texts/tokens.ts';
import { answerSchemas } from '#shared/api/answer-schemas.ts';
import { examples } from '#shared/api/examples.ts';
import { operationOf } from '#shared/api/operations.ts';
import { pageQueries, pageSchemaOf } from '#shared/api/page-schemas.ts';
import { named, type Schema, text } from '#shared/api/schema.ts';
import { apiTexts } from '#shared/api/texts/api.ts';

/**
 * The interface as an OpenAPI 3.1 document, made from the table of routes, the table of a report's fields and the schemas
 * that are published: it has no list of its own but what other programs are promised (`operations.ts`).
 *
 * @param scorecard the JSON Schema of a scorecard
 */
export function openApi(scorecard: Schema): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of Object.keys(routes) as RouteKey[]) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sổ Chi Bộ', version: '1', description: `${apiTexts.vi.lead}\n\n${apiTexts.en.lead}` },
    servers: [{ url: '/' }],
    tags: [
      { name: 'api', description: apiTexts.en.promised },
      { name: 'pages', description: apiTexts.en.pages },
    ],
    paths,
    components: {
      schemas: { ...answerSchemas(), ...flattened('Scorecard', scorecard) },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: scopesInWords() },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
      },
    },
  };
}

/** A schema with parts of its own, as schemas of the document beside it. */
function flattened(name: string, schema: Schema): Readonly<Record<string, Schema>> {
  const partName = (part: string) => `${name}${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  const spelled = JSON.stringify(schema).replace(
    /#\/\$defs\/(\w+)/g,
    (_, part: string) => `#/components/schemas/${partName(part)}`,
  );
  const { $schema: _, $defs = {}, ...whole } = JSON.parse(spelled) as Schema;
  const parts = Object.entries($defs as Record<string, Schema>).map(([part, each]) => [partName(part), each]);
  return { [name]: whole, ...Object.fromEntries(parts) };
}

function operation(route: RouteKey): Schema {
  const { roles, permission } = routes[route];
  const promised = operationOf(route);
  const scope = tokenScopeOf(route);
  const isOpen = roles === 'everyone';
  return {
    operationId: operationId(route),
    tags: [promised ? 'api' : 'pages'],
    ...(promised && { summary: promised.summary.vi, description: promised.summary.en }),
    parameters: parametersOf(route),
    ...(route === 'POST /reports' && { requestBody: reportBody }),
    responses: { ...answersOf(route), ...(!isOpen && refusals), default: answer('Problem', 'problem') },
    security: isOpen ? [{}] : [...(scope ? [{ token: [] }] : []), { session: [] }],
    ...(scope && { 'x-scope': scope }),
    ...(!isOpen && { 'x-roles': roles, 'x-permission': permission }),
  };
}

/** @example operationId('GET /reports/{id}') //=> 'getReportsById' */
export function operationId(route: RouteKey): string {
  const [method = '', path = ''] = route.split(' ');
  const parts = path.split(/[/.-]/).filter((part) => part !== '');
  const words = parts
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part))
    .flatMap((part) => part.split('-'));
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function parametersOf(route: RouteKey): Schema[] {
  const { path = {}, query = {} } = operationOf(route) ?? {};
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: path[name] ?? text })),
    ...Object.entries(query).map(([name, { schema, required, about }]) => ({
      name,
      in: 'query',
      ...(required && { required }),
      schema,
      description: `${about.vi} (${about.en})`,
    })),
    ...queriesOf(route).map((name) => ({ name, in: 'query', schema: text })),
  ];
}

function queriesOf(route: RouteKey): readonly string[] {
  return (pageQueries as Readonly<Partial<Record<RouteKey, readonly string[]>>>)[route] ?? [];
}

const reportBody: Schema = {
  required: true,
  content: {
    'application/json': { schema: named('ReportForm'), example: examples.ReportForm },
    'application/x-www-form-urlencoded': { schema: named('ReportFields'), example: examples.ReportFields },
  },
};

function answersOf(route: RouteKey): Schema {
  const promised = operationOf(route);
  if (!promised) {
    const shown = pageSchemaOf(route);
    const content = shown && { content: { 'application/json': { schema: shown } } };
    return { 200: { description: apiTexts.en.asThePage, ...content }, 303: { description: apiTexts.en.elsewhere } };
  }
  const entries = Object.entries(promised.answers).map(([status, schema]): [string, Schema] => {
    const told = answer(schema, Number(status) < 400 ? 'json' : 'problem');
    const files = status === '200' ? (promised.files ?? []) : [];
    const content = {
      ...(told['content'] as Schema),
      ...Object.fromEntries(files.map((type) => [type, { schema: type.endsWith('json') ? { type: 'object' } : text }])),
    };
    return [status, { ...told, content }];
  });
  return Object.fromEntries(entries);
}

function answer(schemas: string | readonly string[], as: 'json' | 'problem'): Schema {
  const names = [schemas].flat();
  const [only = ''] = names.length === 1 ? names : [];
  const example = (examples as Readonly<Record<string, unknown>>)[only];
  return {
    description: names.join(', '),
    content: {
      [as === 'json' ? 'application/json' : 'application/problem+json']: {
        schema: only ? named(only) : { anyOf: names.map(named) },
        ...(example !== undefined && { example }),
      },
    },
  };
}

/** Whoever must be known may be refused in these ways. */
const refusals: Schema = {
  401: { ...answer('Problem', 'problem'), description: 'Nobody is signed in, or the token does not count.' },
  403: { ...answer('Problem', 'problem'), description: 'Not open to this account or token.' },
  404: { ...answer('Problem', 'problem'), description: 'There is no such thing, or it is not yours.' },
  429: {
    ...answer('Problem', 'problem'),
    description: `More than ${MOST_USES_A_MINUTE} requests of a token in a minute.`,
  },
  413: { ...answer('Problem', 'problem'), description: 'More than is taken or given at a time.' },
  503: { ...answer('Problem', 'problem'), description: 'Something is down for now: ask again later.' },
};

function scopesInWords(): string {
  const scopes = Object.keys(tokenScopes) as (keyof typeof tokenScopes)[];
  return scopes.map((scope) => `\`${scope}\`: ${scopeLabels.vi[scope]} (${scopeLabels.en[scope]})`).join('; ');
}
