/** Within what no two resources may have the same name. `label`: names that may be the same. */
type Scope = 'world' | 'account' | 'region' | 'parent' | 'label';

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: object; readonly DeletionPolicy?: string }>
  >;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name: unknown } }>>;
}

export interface PhysicalName {
  readonly id: string;
  /** What else has to be unlike: a queue and a table may share a name. */
  readonly of: string;
  readonly scope: Scope;
  readonly value: string;
  readonly deletionPolicy: string | undefined;
}

/**
 * The scope of each name that a template may set, by AWS's documentation of the resource. CloudFront, IAM, budgets and
 * dashboards know no region.
 */
const scopes: Readonly<Record<string, Scope>> = {
  'AWS::ApiGatewayV2::Api.Name': 'label',
  'AWS::ApiGatewayV2::Stage.StageName': 'parent',
  'AWS::Backup::BackupPlan.BackupPlan.BackupPlanName': 'label',
  'AWS::Backup::BackupSelection.BackupSelection.SelectionName': 'parent',
  'AWS::Backup::BackupVault.BackupVaultName': 'region',
  'AWS::Budgets::Budget.Budget.BudgetName': 'account',
  'AWS::CloudFront::CachePolicy.CachePolicyConfig.Name': 'account',
  'AWS::CloudFront::Distribution.DistributionConfig.Aliases': 'world',
  'AWS::CloudFront::Function.Name': 'account',
  'AWS::CloudFront::KeyValueStore.Name': 'account',
  'AWS::CloudFront::OriginAccessControl.OriginAccessControlConfig.Name': 'account',
  'AWS::CloudFront::OriginRequestPolicy.OriginRequestPolicyConfig.Name': 'account',
  'AWS::CloudFront::ResponseHeadersPolicy.ResponseHeadersPolicyConfig.Name': 'account',
  'AWS::CloudWatch::Alarm.AlarmName': 'region',
  'AWS::CloudWatch::Alarm.MetricName': 'label',
  'AWS::CloudWatch::Dashboard.DashboardName': 'account',
  'AWS::CloudWatch::Alarm.Namespace': 'label',
  'AWS::CodeDeploy::Application.ApplicationName': 'region',
  'AWS::CodeDeploy::DeploymentGroup.DeploymentConfigName': 'label',
  'AWS::CodeDeploy::DeploymentGroup.DeploymentGroupName': 'parent',
  'AWS::Cognito::UserPool.UserPoolName': 'label',
  'AWS::Cognito::UserPoolDomain.Domain': 'world',
  'AWS::Cognito::UserPoolGroup.GroupName': 'parent',
  'AWS::DynamoDB::Table.TableName': 'region',
  'AWS::DynamoDB::Table.TimeToLiveSpecification.AttributeName': 'label',
  'AWS::IAM::ManagedPolicy.ManagedPolicyName': 'account',
  'AWS::IAM::Policy.PolicyName': 'parent',
  'AWS::IAM::Role.RoleName': 'account',
  'AWS::Lambda::Alias.Name': 'parent',
  'AWS::Lambda::EventInvokeConfig.FunctionName': 'parent',
  'AWS::Lambda::EventSourceMapping.FunctionName': 'parent',
  'AWS::Lambda::Function.FunctionName': 'region',
  'AWS::Lambda::LayerVersion.LayerName': 'region',
  'AWS::Logs::LogGroup.LogGroupName': 'region',
  'AWS::Logs::MetricFilter.FilterName': 'parent',
  'AWS::Logs::MetricFilter.MetricNamespace': 'region',
  'AWS::S3::Bucket.BucketName': 'world',
  'AWS::SES::ConfigurationSet.Name': 'region',
  'AWS::SES::EmailIdentity.EmailIdentity': 'region',
  'AWS::SNS::Topic.DisplayName': 'label',
  'AWS::SNS::Topic.TopicName': 'region',
  'AWS::SQS::Queue.QueueName': 'region',
  'AWS::SSM::Parameter.Name': 'region',
  'AWS::Scheduler::Schedule.GroupName': 'label',
  'AWS::Scheduler::Schedule.Name': 'region',
  'AWS::Scheduler::ScheduleGroup.Name': 'region',
  'AWS::SecretsManager::Secret.Name': 'region',
  'Custom::CDKBucketDeployment.SourceBucketNames': 'label',
  'Export.Name': 'region',
};

/** A property that names something, and is no list of what is within. */
const isName = (key: string) => /(^|[a-z])(Names?|Domain|Identity|Aliases|Namespace)$/.test(key);

/**
 * The names that a template gives and AWS does not make up: texts in properties that name, up to one object deep. What
 * only refers to another resource is that resource's name.
 *
 * @throws {Error} for a name of unknown scope
 */
export function physicalNames({ Resources, Outputs = {} }: Template): PhysicalName[] {
  const found = Object.entries(Resources).flatMap(([id, { Type, Properties = {}, DeletionPolicy }]) =>
    namesIn(Properties).map(([path, value]) => ({ id, of: `${Type}.${path}`, value, deletionPolicy: DeletionPolicy })),
  );
  const exported = Object.entries(Outputs).flatMap(([id, { Export }]) =>
    Export ? [{ id, of: 'Export.Name', value: JSON.stringify(Export.Name), deletionPolicy: undefined }] : [],
  );
  return [...found, ...exported].map((name) => {
    const scope = scopes[name.of];
    if (!scope)
      throw new Error(`within what must ${name.of} be unlike? It is ${name.value}; say so in physical-names.ts`);
    return { ...name, scope };
  });
}

function namesIn(properties: object): [path: string, value: string][] {
  return Object.entries(properties).flatMap(([key, value]): [string, string][] => {
    if (isName(key)) return isText(value) ? [[key, JSON.stringify(value)]] : [];
    if (key === 'MetricTransformations') return namespacesOf(value);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return [];
    return Object.entries(value).flatMap(([inner, name]): [string, string][] =>
      isName(inner) && isText(name) ? [[`${key}.${inner}`, JSON.stringify(name)]] : [],
    );
  });
}

/** Lines of two stages that count in one namespace raise each other's alarms. */
function namespacesOf(transformations: readonly { readonly MetricNamespace: string }[]): [string, string][] {
  return transformations.map(({ MetricNamespace }) => ['MetricNamespace', JSON.stringify(MetricNamespace)]);
}

/** Whether a value has text of its own: `{ Ref }` and `{ Fn::GetAtt }` have none. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (Array.isArray(value)) return value.some(isText);
  if (typeof value !== 'object' || value === null) return false;
  const [[fn, given] = []] = Object.entries(value);
  return fn === 'Fn::Join' || fn === 'Fn::Sub' ? isText(fn === 'Fn::Join' ? (given as unknown[])[1] : given) : false;
}
