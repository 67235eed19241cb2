import { randomBytes } from 'node:crypto';
import type { Resource, Template } from '#infra/local/cloudformation/assembly.ts';
import { account, type Identities, region } from '#infra/local/cloudformation/resource-names.ts';

/** A resource with its references resolved. */
export interface Found<Properties> {
  readonly id: string;
  readonly resource: Resource;
  readonly properties: Properties;
}

const pseudoParameters: Record<string, string> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Each start runs one version of a function: the template's. */
export const VERSION = '1';

/** The template as CloudFormation sees it once the resources exist: it resolves `Ref` and `Fn::…`. */
export class LocalStack {
  readonly template: Template;
  private readonly identities: Identities;
  /** The values that Secrets Manager generates, by what refers to them; each start generates others. */
  private readonly secrets = new Map<string, string>();

  constructor(template: Template, identities: Identities) {
    this.template = template;
    this.identities = identities;
  }

  /** All resources of a type. The caller declares the properties that it reads. */
  all<Properties>(type: string): Found<Properties>[] {
    return Object.entries(this.template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        id,
        resource,
        properties: this.resolve(resource.Properties ?? {}) as Properties,
      }));
  }

  ref(id: string): string {
    const pseudo = pseudoParameters[id];
    if (pseudo) return pseudo;
    const { Type, Properties = {} } = this.resource(id);
    if (Type === 'AWS::Lambda::Version') return this.qualified(Properties, VERSION);
    if (Type === 'AWS::Lambda::Alias') return this.qualified(Properties, String(Properties['Name']));
    return this.identities.ref(id, this.resource(id));
  }

  attribute(id: string, name: string): string {
    if (this.resource(id).Type === 'AWS::Lambda::Version' && name === 'Version') return VERSION;
    return this.identities.attribute(id, this.resource(id), name);
  }

  outputs(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.template.Outputs ?? {}).map(([name, { Value }]) => [name, String(this.resolve(Value))]),
    );
  }

  /** The ARN of a function's version or alias, by the name of the function. */
  private qualified({ FunctionName }: Record<string, unknown>, qualifier: string): string {
    return `arn:aws:lambda:${region}:${account}:function:${this.resolve(FunctionName)}:${qualifier}`;
  }

  private resource(id: string): Resource {
    const resource = this.template.Resources[id];
    if (!resource) throw new Error(`the template refers to ${id}, which it does not have`);
    return resource;
  }

  private resolve(value: unknown): unknown {
    if (typeof value === 'string') return this.withSecrets(value);
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      return this.call(only[0], only[1]);
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, this.resolve(item)]));
  }

  /** Puts in the values that dynamic references name: `{{resolve:secretsmanager:…}}`. */
  private withSecrets(text: string): string {
    return text.replace(/\{\{resolve:(\w+):(.+?):SecretString:::\}\}/g, (reference, service: string, arn: string) => {
      const found = Object.keys(this.template.Resources).find((id) => this.ref(id) === arn);
      if (service !== 'secretsmanager' || !found) throw new Error(`the local system cannot resolve ${reference}`);
      const value = this.secrets.get(arn) ?? randomBytes(32).toString('hex');
      this.secrets.set(arn, value);
      return value;
    });
  }

  private call(name: string, given: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(given as string);
      case 'Fn::GetAtt':
        return this.attribute(...((typeof given === 'string' ? given.split('.') : given) as [string, string]));
      case 'Fn::Join': {
        const [separator, parts] = given as [string, unknown];
        return this.withSecrets((this.resolve(parts) as string[]).join(separator));
      }
      case 'Fn::Select': {
        const [index, list] = given as [number | string, unknown];
        return (this.resolve(list) as unknown[])[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, text] = given as [string, unknown];
        return (this.resolve(text) as string).split(separator);
      }
      case 'Fn::Sub': {
        const [text, variables] = (typeof given === 'string' ? [given, {}] : given) as [string, object];
        const own = this.resolve(variables) as Record<string, string>;
        return text.replace(/\$\{([^}]+)\}/g, (_, key: string) => own[key] ?? this.named(key));
      }
      default:
        throw new Error(`the template uses ${name}, which the local system cannot work out`);
    }
  }

  /** Resolves `${Id}` or `${Id.Attribute}` of an `Fn::Sub`. */
  private named(key: string): string {
    const [id, attribute] = key.split('.') as [string, string?];
    return attribute ? this.attribute(id, attribute) : this.ref(id);
  }
}
