import type { Resource } from '#infra/local/cloudformation/assembly.ts';

/** The region that the local system pretends to be in. Tokens contain it, so it must look like a real one. */
export const region = 'ap-southeast-1';
export const account = '000000000000';

/** The return values of a resource in CloudFormation: its `Ref` and its attributes. */
export interface Identities {
  ref(id: string, resource: Resource): string;
  attribute(id: string, resource: Resource, name: string): string;
}

/** The prefixes that AWS puts before the name in the last part of an ARN. */
const arnPrefixes: Record<string, string> = {
  'AWS::DynamoDB::Table': 'table/',
  'AWS::Lambda::Function': 'function:',
  'AWS::Logs::LogGroup': 'log-group:',
  'AWS::Cognito::UserPool': 'userpool/',
};

const arnServices: Record<string, string> = { 'AWS::Cognito::UserPool': 'cognito-idp' };

/**
 * Derives names from logical ids, so that a second start finds the data of the first.
 *
 * @param aws the address at which functions call AWS
 * @param publicHost the host in the address bar, in place of CloudFront's
 */
export function localResourceNames(aws: string, publicHost: string): Identities {
  const nameOf = (id: string, { Type, Properties = {} }: Resource): string => {
    switch (Type) {
      case 'AWS::DynamoDB::Table':
        return String(Properties['TableName'] ?? id);
      case 'AWS::Lambda::Function':
        return String(Properties['FunctionName'] ?? id);
      case 'AWS::SQS::Queue':
        return String(Properties['QueueName'] ?? (Properties['FifoQueue'] ? `${id}.fifo` : id));
      case 'AWS::S3::Bucket':
        return id.toLowerCase();
      case 'AWS::SES::EmailIdentity':
        return String(Properties['EmailIdentity']);
      case 'AWS::Cognito::UserPool':
        return `${region}_${id}`;
      case 'AWS::Cognito::UserPoolClient':
        return id.toLowerCase();
      default:
        return id;
    }
  };
  return {
    ref(id, resource) {
      switch (resource.Type) {
        case 'AWS::SQS::Queue':
          return `${aws}/${account}/${nameOf(id, resource)}`;
        case 'AWS::SecretsManager::Secret':
          return `arn:aws:secretsmanager:${region}:${account}:secret:${id}`;
        default:
          return nameOf(id, resource);
      }
    },
    attribute(id, resource, name) {
      const resourceName = nameOf(id, resource);
      switch (name) {
        case 'Arn':
        case 'FunctionARN': {
          if (resource.Type === 'AWS::S3::Bucket') return `arn:aws:s3:::${resourceName}`;
          const service = arnServices[resource.Type] ?? resource.Type.split('::')[1]?.toLowerCase();
          return `arn:aws:${service}:${region}:${account}:${arnPrefixes[resource.Type] ?? ''}${resourceName}`;
        }
        case 'Id':
        case 'QueueName':
        case 'BackupVaultName':
          return resourceName;
        case 'DomainName':
          return publicHost;
        case 'RegionalDomainName':
          return `${resourceName}.s3.${region}.amazonaws.com`;
        default:
          throw new Error(`the local system does not know ${name} of a ${resource.Type} (${id})`);
      }
    },
  };
}
