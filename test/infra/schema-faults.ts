import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

type Spec = ReturnType<typeof loadAwsServiceSpecSync>;
type ResourceSpec = ReturnType<Spec['all']>[number] & {
  readonly cloudFormationType: string;
  readonly properties: Properties;
  readonly attributes: Readonly<Record<string, unknown>>;
};
type Properties = Readonly<Record<string, PropertySpec>>;

interface PropertySpec {
  readonly required?: boolean;
  readonly type: PropertyType;
}

type PropertyType =
  | { readonly type: 'string' | 'integer'; readonly allowedValues?: readonly (string | number)[] }
  | { readonly type: 'number' | 'boolean' | 'json' | 'date-time' | 'null' | 'tag' }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'array' | 'map'; readonly element: PropertyType }
  | { readonly type: 'union'; readonly types: readonly PropertyType[] };

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

const resourceAttributes = new Set([
  'Type',
  'Properties',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'UpdatePolicy',
  'Metadata',
  'Condition',
]);

const spec = loadAwsServiceSpecSync();
const resources = new Map(
  (spec.all('resource') as readonly ResourceSpec[]).map((one) => [one.cloudFormationType, one]),
);

/**
 * What CloudFormation would find wrong with a template by the published schemas of the resources' types: unknown types and
 * properties, missing ones, wrong types, words that are none of the allowed ones, references to what is not there, and
 * circles. The schemas are those of the package that CDK's own classes are made from; it leaves patterns and lengths out.
 *
 * @returns one line a fault: where, and what
 */
export function schemaFaults(template: Template): string[] {
  const own = Object.entries(template.Resources).flatMap(([id, resource]) => ofResource(id, resource));
  return [...own, ...references(template), ...circles(template)];
}

function ofResource(id: string, resource: Resource): string[] {
  const unknown = Object.keys(resource).filter((name) => !resourceAttributes.has(name));
  const faults = unknown.map((name) => `${id}: has no ${name}`);
  const { Type, Properties = {} } = resource;
  if (Type.startsWith('Custom::')) return 'ServiceToken' in Properties ? faults : [...faults, `${id}: no ServiceToken`];
  const known = resources.get(Type);
  if (!known) return [...faults, `${id}: no type ${Type}`];
  return [...faults, ...ofProperties(id, Properties, known.properties)];
}

function ofProperties(path: string, given: Readonly<Record<string, unknown>>, known: Properties): string[] {
  const missing = Object.entries(known)
    .filter(([name, { required }]) => required && given[name] === undefined)
    .map(([name]) => `${path}.${name}: is missing`);
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const property = known[name];
    return property ? ofValue(`${path}.${name}`, value, property.type) : [`${path}.${name}: is unknown`];
  });
  return [...missing, ...wrong];
}

function ofValue(path: string, value: unknown, type: PropertyType): string[] {
  if (isCall(value)) return [];
  switch (type.type) {
    case 'string':
    case 'date-time':
      if (typeof value !== 'string') return [`${path}: is no text`];
      return among(path, value, type);
    case 'integer':
      if (!Number.isInteger(value)) return [`${path}: is no whole number`];
      return among(path, value, type);
    case 'number':
    case 'boolean':
      return typeof value === type.type ? [] : [`${path}: is no ${type.type}`];
    case 'array':
      if (!Array.isArray(value)) return [`${path}: is no list`];
      return value.flatMap((one, at) => ofValue(`${path}[${at}]`, one, type.element));
    case 'map':
      if (!isObject(value)) return [`${path}: is no map`];
      return Object.entries(value).flatMap(([key, one]) => ofValue(`${path}.${key}`, one, type.element));
    case 'ref': {
      if (!isObject(value)) return [`${path}: is no object`];
      const definition = spec.get('typeDefinition', type.reference.$ref) as unknown as { properties: Properties };
      return ofProperties(path, value, definition.properties);
    }
    case 'union': {
      // "A list, or any JSON" would say nothing: CloudFormation takes the list.
      const shaped = type.types.filter(({ type: kind }) => kind === 'array' || kind === 'ref');
      const each = (shaped.length > 0 ? shaped : type.types).map((one) => ofValue(path, value, one));
      return each.some((faults) => faults.length === 0) ? [] : (each[0] ?? []);
    }
    case 'tag':
      return ofProperties(path, isObject(value) ? value : {}, { Key: text, Value: text });
    case 'json':
    case 'null':
      return [];
  }
}

const text: PropertySpec = { required: true, type: { type: 'string' } };

function among(path: string, value: unknown, type: PropertyType): string[] {
  const allowed = 'allowedValues' in type ? type.allowedValues : undefined;
  return !allowed || allowed.includes(value as string) ? [] : [`${path}: ${value} is none of ${allowed.join(', ')}`];
}

/** References to what the template has not, and to attributes that a type does not return. */
function references(template: Template): string[] {
  const faults: string[] = [];
  for (const [where, part] of Object.entries({ ...template.Resources, ...template.Outputs })) {
    for (const { id, attribute } of callsIn(part)) {
      const target = template.Resources[id];
      if (!target && !(id in (template.Parameters ?? {})) && !id.startsWith('AWS::')) {
        faults.push(`${where}: refers to ${id}, which is not there`);
      }
      const known = target && resources.get(target.Type);
      if (attribute && known && !(attribute in known.attributes)) {
        faults.push(`${where}: ${target.Type} returns no ${attribute}`);
      }
    }
  }
  return faults;
}

function circles({ Resources }: Template): string[] {
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (id: string, above: readonly string[]): void => {
    if (above.includes(id)) return void faults.push(`a circle: ${[...above.slice(above.indexOf(id)), id].join(' → ')}`);
    if (done.has(id)) return;
    const { DependsOn, Properties } = Resources[id] as Resource;
    const needed = [...[DependsOn ?? []].flat().map(String), ...callsIn(Properties).map((call) => call.id)];
    for (const each of new Set(needed)) if (each in Resources) visit(each, [...above, id]);
    done.add(id);
  };
  for (const id of Object.keys(Resources)) visit(id, []);
  return faults;
}

/** What `Ref`, `Fn::GetAtt` and `Fn::Sub` anywhere in a part of the template refer to. */
function callsIn(part: unknown): { readonly id: string; readonly attribute?: string }[] {
  if (Array.isArray(part)) return part.flatMap(callsIn);
  if (!isObject(part)) return [];
  const { Ref: id, 'Fn::GetAtt': got, 'Fn::Sub': sub } = part;
  if (typeof id === 'string') return [{ id }];
  if (got) {
    const [id = '', ...attribute] = (typeof got === 'string' ? got.split('.') : got) as string[];
    return [{ id, attribute: attribute.join('.') }];
  }
  const named = typeof sub === 'string' ? [...sub.matchAll(/\$\{([^}!]+)\}/g)].map(([, name = '']) => name) : [];
  const substituted = named.map((name) => {
    const [id = '', ...attribute] = name.split('.');
    return attribute.length > 0 ? { id, attribute: attribute.join('.') } : { id };
  });
  return [...substituted, ...Object.values(part).flatMap(callsIn)];
}

/** A value that CloudFormation works out. */
function isCall(value: unknown): boolean {
  const [only, ...more] = isObject(value) ? Object.keys(value) : [];
  return only !== undefined && more.length === 0 && (only === 'Ref' || only.startsWith('Fn::'));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
