import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { reservedKeys } from '#functions/store/tables.ts';
import { nodeFunction } from '#infra/node-function.ts';
import type { SignIn } from '#infra/sign-in.ts';
import { grantIndexQuery, grantKinds, grantTableOnly, grantUnlike, readItems } from '#infra/table-grants.ts';
import type { Tables } from '#infra/tables.ts';
import type { RoutedFunction } from '#shared/access/routes.ts';

interface FunctionsProps {
  readonly tables: Tables;
  readonly signIn: SignIn;
  readonly queue: Queue;
  readonly scripts: Scripts;
  /** Of documents. */
  readonly files: Bucket;
  /** By which requests of the distribution are known, separated by commas. */
  readonly originSecrets: string;
}

/** Addresses of what the pages load. */
export interface Scripts {
  readonly form: string;
  readonly worker: string;
  readonly signedOut: string;
  readonly copy: string;
}

/** The functions, one a right: what each is told (environment) and may do (grants) stands together. */
export class Functions extends Construct implements Record<RoutedFunction | 'plan' | 'rollup', IFunction> {
  readonly web: LambdaFunction;
  readonly scorecards: LambdaFunction;
  readonly directory: LambdaFunction;
  readonly guidance: LambdaFunction;
  readonly prepare: LambdaFunction;
  readonly steering: LambdaFunction;
  readonly plan: LambdaFunction;
  readonly rollup: LambdaFunction;

  constructor(scope: Construct, props: FunctionsProps) {
    super(scope, 'Functions');
    const { tables, signIn, queue, files } = props;
    const { cells, meetings, scorecards, matters, actions, audit, owed, transient } = tables;
    const { form: FORM_SCRIPT, copy: COPY_SCRIPT, worker: WORKER_SCRIPT, signedOut: SIGNED_OUT_SCRIPT } = props.scripts;
    const AUDIT_DAYS = String(tables.auditDays);
    const ROLLUP_QUEUE_URL = queue.queueUrl;
    const USER_POOL_ID = signIn.pool.userPoolId;
    /** What `functions/http/http-deps.ts` reads. */
    const forBrowsers = {
      ORIGIN_SECRET: props.originSecrets,
      SIGNED_OUT_SCRIPT,
      ...tables.environment('cells', 'audit', 'owed', 'transient'),
      AUDIT_DAYS,
      USER_POOL_ID,
    };

    // 1024 MB is for the share of a processor that comes with it: rendering and folding wait on that, not on memory.
    this.web = nodeFunction(this, 'web', {
      memoryMb: 1024,
      timeoutSeconds: 15,
      environment: {
        ...forBrowsers,
        ...tables.environment('meetings', 'matters', 'actions', 'scorecards'),
        ROLLUP_QUEUE_URL,
        FORM_SCRIPT,
        WORKER_SCRIPT,
        USER_POOL_CLIENT_ID: signIn.client.userPoolClientId,
      },
    });
    grantGathered(this.web, cells);
    grantTableOnly(this.web, meetings, ...readItems, 'Query', 'PutItem');
    // A working group's page shows the results for which it answers.
    grantUnlike(this.web, scorecards, notFigures, 'Query');
    grantTableOnly(this.web, matters, ...readItems, 'Query', 'PutItem', 'UpdateItem');
    grantIndexQuery(this.web, matters, 'open');
    // Home counts those that are overdue.
    grantTableOnly(this.web, actions, 'Query');
    grantSession(this.web, signIn);
    grantKinds(this.web, transient, {
      session: [...findSession, 'GetItem', 'Query'],
      draft: [...readItems, 'Query', 'PutItem', 'DeleteItem'],
      guess: [...readItems, 'PutItem', 'DeleteItem'],
      pending: [...readItems, 'PutItem', 'DeleteItem'],
      device: [...readItems, 'PutItem'],
      deviceKey: [...readItems, 'PutItem'],
      recovery: [...readItems, 'PutItem'],
      tried: ['Query', 'PutItem'],
      practice: [...readItems, 'Query', 'PutItem', 'DeleteItem'],
      tokenUse: countUses,
      notice: readNotice,
    });
    grantAuditAppend(this.web, audit);
    grantOwing(this.web, owed);
    signIn.pool.grant(
      this.web,
      // Its secret is shown with each sign-in; the right cannot be narrowed to one client.
      'cognito-idp:DescribeUserPoolClient',
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminRespondToAuthChallenge',
      // Whoever recovers a password, or signs out everywhere, ends the pool's own sessions too.
      'cognito-idp:AdminUserGlobalSignOut',
    );
    queue.grant(this.web, 'sqs:SendMessage');

    // The report of 10,000 cells asks for a whole processor, which comes with this much memory, and for some seconds of it.
    this.scorecards = nodeFunction(this, 'scorecards', {
      memoryMb: 1769,
      timeoutSeconds: 29,
      environment: { ...forBrowsers, ...tables.environment('scorecards', 'actions') },
    });
    grantGathered(this.scorecards, cells);
    grantTableOnly(this.scorecards, actions, 'Query');
    grantUnlike(this.scorecards, scorecards, notFigures, ...readItems, 'Query');
    grantSession(this.scorecards, signIn);
    grantKinds(this.scorecards, transient, { session: findSession, tokenUse: countUses, notice: readNotice });
    grantAuditAppend(this.scorecards, audit);

    this.directory = nodeFunction(this, 'directory', {
      memoryMb: 1024,
      timeoutSeconds: 29, // a file of accounts takes some calls of the user pool a line
      environment: { ...forBrowsers, ...tables.environment('scorecards') },
    });
    grantGathered(this.directory, cells);
    cells.grant(this.directory, 'dynamodb:PutItem');
    // What has closed is changed only where the district opens the month again.
    grantUnlike(this.directory, scorecards, notFigures, 'Query');
    grantSession(this.directory, signIn);
    grantKinds(this.directory, transient, {
      session: [...findSession, 'GetItem', 'Query'],
      draft: refusedForms,
      device: [...readItems, 'PutItem'],
      recovery: ['PutItem'],
      unsubscribe: [...readItems],
      notice: readNotice,
    });
    grantAuditAppend(this.directory, audit);
    grantOwing(this.directory, owed);
    signIn.pool.grant(this.directory, ...accountRights);

    this.guidance = nodeFunction(this, 'guidance', {
      memoryMb: 1024,
      timeoutSeconds: 29, // a document is read and written as a whole
      environment: { ...forBrowsers, ...tables.environment('scorecards'), FILES_BUCKET: files.bucketName },
    });
    grantGathered(this.guidance, cells);
    // What became of the cells that came to a training.
    grantUnlike(this.guidance, scorecards, notFigures, 'Query');
    cells.grant(this.guidance, 'dynamodb:PutItem');
    grantSession(this.guidance, signIn);
    grantKinds(this.guidance, transient, { session: findSession, draft: refusedForms, notice: readNotice });
    grantAuditAppend(this.guidance, audit);
    grantOwing(this.guidance, owed);
    grantDocuments(this.guidance, files);

    this.prepare = nodeFunction(this, 'prepare', {
      memoryMb: 1769, // documents are written as a whole, while somebody waits
      timeoutSeconds: 29,
      environment: { ...forBrowsers, ...tables.environment('meetings', 'matters', 'actions'), COPY_SCRIPT },
    });
    grantGathered(this.prepare, cells);
    grantTableOnly(this.prepare, meetings, ...readItems, 'Query', 'PutItem');
    grantTableOnly(this.prepare, matters, 'Query');
    grantTableOnly(this.prepare, actions, 'Query');
    grantSession(this.prepare, signIn);
    grantKinds(this.prepare, transient, {
      session: findSession,
      draft: refusedForms,
      guess: [...readItems, 'PutItem', 'DeleteItem'],
      proposals: [...readItems, 'Query', 'PutItem'],
      practice: [...readItems, 'Query', 'PutItem', 'DeleteItem'],
      notice: readNotice,
    });
    grantAuditAppend(this.prepare, audit);
    grantOwing(this.prepare, owed);

    this.steering = nodeFunction(this, 'steering', {
      memoryMb: 1769, // figures of many months are compared, and documents written, while somebody waits
      timeoutSeconds: 29,
      environment: { ...forBrowsers, ...tables.environment('meetings', 'scorecards', 'actions') },
    });
    grantGathered(this.steering, cells);
    // A briefing counts where the month's meetings lost their points.
    grantTableOnly(this.steering, meetings, 'Query');
    grantUnlike(this.steering, scorecards, notFigures, 'Query');
    grantTableOnly(this.steering, actions, ...readItems, 'Query', 'PutItem', 'UpdateItem');
    grantSession(this.steering, signIn);
    grantKinds(this.steering, transient, { session: findSession, draft: refusedForms, notice: readNotice });
    grantAuditAppend(this.steering, audit);
    grantOwing(this.steering, owed);

    this.plan = nodeFunction(this, 'plan', {
      memoryMb: 256,
      timeoutSeconds: 60,
      environment: { ...tables.environment('cells', 'scorecards'), ROLLUP_QUEUE_URL },
    });
    grantRead(this.plan, cells);
    // It copies what a lost process has entered into a directory.
    cells.grant(this.plan, 'dynamodb:PutItem');
    grantUnlike(this.plan, scorecards, notFigures, 'Query');
    queue.grant(this.plan, 'sqs:SendMessage');

    this.rollup = nodeFunction(this, 'rollup', {
      memoryMb: 1024,
      timeoutSeconds: 120,
      environment: {
        ...tables.environment('cells', 'meetings', 'scorecards', 'matters', 'actions', 'audit', 'owed'),
        AUDIT_DAYS,
        ROLLUP_QUEUE_URL,
      },
    });
    grantRead(this.rollup, cells);
    grantTableOnly(this.rollup, meetings, 'GetItem', 'Query');
    grantIndexQuery(this.rollup, meetings, 'thematic');
    grantTableOnly(this.rollup, matters, 'Query', 'PutItem', 'UpdateItem');
    // Whether a change came is seen in what it was to write.
    grantTableOnly(this.rollup, actions, 'Query');
    grantUnlike(this.rollup, scorecards, [seals], 'GetItem', 'Query');
    scorecards.grant(this.rollup, 'dynamodb:PutItem');
    // It pays what whoever made a change could not.
    grantAuditAppend(this.rollup, audit);
    owed.grant(this.rollup, 'dynamodb:Query');
    grantOwing(this.rollup, owed);
    // What stands above a district is merged from its scorecard, in a run of its own.
    queue.grant(this.rollup, 'sqs:SendMessage');
  }
}

/** To list, add, move, reset, hand over, disable and enable accounts, and not to delete one: its name stays in the records. */
const accountRights = [
  'ListUsersInGroup',
  'AdminCreateUser',
  'AdminAddUserToGroup',
  'AdminRemoveUserFromGroup',
  'AdminUpdateUserAttributes',
  'AdminSetUserPassword',
  'AdminSetUserMFAPreference',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminUserGlobalSignOut',
].map((operation) => `cognito-idp:${operation}`);

function grantRead(reader: LambdaFunction, table: Table): void {
  table.grant(reader, 'dynamodb:GetItem', 'dynamodb:Query');
}

/** Reading for those who answer browsers: `functions/store/gathered.ts` asks for items together. */
function grantGathered(reader: LambdaFunction, table: Table): void {
  table.grant(reader, ...readItems.map((operation) => `dynamodb:${operation}`), 'dynamodb:Query');
}

/** The session behind a request is looked up with its account's rights, noted as used, or ended. */
const findSession = ['BatchGetItem', 'PutItem', 'DeleteItem'] as const;

/** How often a machine token is used is counted where one is let in. */
const countUses = [...readItems, 'PutItem'] as const;

/** The operator's notice stands on every page. */
const readNotice = ['BatchGetItem'] as const;

/** What was typed into a form that came back is kept, found again, and forgotten once it is taken. */
const refusedForms = ['Query', 'PutItem', 'DeleteItem'] as const;

/** From time to time a session is compared with the user pool: it ends where the account has other rights there. */
function grantSession(finder: LambdaFunction, { pool }: SignIn): void {
  pool.grant(finder, 'cognito-idp:AdminGetUser', 'cognito-idp:AdminListGroupsForUser');
}

const seals = `${reservedKeys.scorecards.seals}*`;
/** What only `rollup` and the operator need beside the scorecards: the audit's seals, and what was counted. */
const notFigures = [seals, `*${reservedKeys.scorecards.inputs}`];

/** An entry of the audit follows the newest one; none is changed or removed. */
function grantAuditAppend(recorder: LambdaFunction, audit: Table): void {
  audit.grant(recorder, 'dynamodb:Query', 'dynamodb:PutItem');
}

/** What a change owes is written down before it, and cleared when it is paid. */
function grantOwing(changer: LambdaFunction, owed: Table): void {
  owed.grant(changer, 'dynamodb:PutItem', 'dynamodb:DeleteItem');
}

/** Forms and links of S3 can do what the function that signs them can: to send to one place, and to take from the other. */
function grantDocuments(keeper: LambdaFunction, files: Bucket): void {
  for (const [action, place] of [
    ['s3:PutObject', 'incoming'],
    ['s3:GetObject', 'incoming'],
    ['s3:PutObject', 'files'],
    ['s3:GetObject', 'files'],
  ] as const) {
    keeper.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [files.arnForObjects(`${place}/*`)] }));
  }
}
