import { mismatches } from '#test/functions/scorecards/formats/matches-schema.ts';
import { system } from '#test/system/system.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: 'path' | 'query' }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json };
}

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What was answered, and what of it, or of what was sent, is not as the document says. */
export interface Told {
  readonly status: number;
  readonly type: string;
  readonly json: Json;
  readonly faults: readonly string[];
}

export type Client = (operationId: string, call?: Call) => Promise<Told>;

/**
 * A client that is made of the published document alone: it knows the addresses, the parameters and the schemas from
 * there, and holds what it sends and gets to them.
 *
 * @param headers with which it asks: a token, or a session's cookie
 */
export async function clientOf(headers: Readonly<Record<string, string>>): Promise<Client> {
  const document = (await (await fetch(`${system().url}/openapi.json`)).json()) as Document;
  const $defs = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Json;
  const check = (value: unknown, schema: Json) =>
    mismatches(value, { $defs, ...JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) });
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [operation.operationId, { path, method, ...operation }] as const),
  );
  const known = new Map(operations);

  return async (operationId, { params = {}, body } = {}) => {
    const operation = known.get(operationId);
    if (!operation) throw new Error(`The document has no ${operationId}`);
    const url = new URL(
      operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
      system().url,
    );
    const inQuery = operation.parameters.filter((each) => each.in === 'query' && params[each.name] !== undefined);
    for (const { name } of inQuery) url.searchParams.set(name, params[name] ?? '');
    const sent =
      body === undefined ? [] : check(body, operation.requestBody?.content['application/json']?.schema ?? {});
    const response = await fetch(url, {
      method: operation.method.toUpperCase(),
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    const text = await response.text();
    const promised = operation.responses[response.status] ?? operation.responses['default'];
    const schema = promised?.content?.[type]?.schema;
    const isJson = /json$/.test(type);
    const json = isJson ? (JSON.parse(text) as Json) : {};
    // A route for people promises no more than that it answers.
    const faults = promised?.content
      ? schema
        ? check(isJson ? json : text, schema)
        : [`${type} is not promised for ${response.status}`]
      : [];
    return { status: response.status, type, json, faults: [...sent, ...faults] };
  };
}
