import {
  AttributeType,
  BillingMode,
  type CfnTable,
  Table,
  TableClass,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type TableKey, tables } from '#functions/store/tables.ts';
import type { Stage } from '#infra/stages/read-stage.ts';

/** The tables of the district's records. What each holds is in `infra/README.md`. */
export class Tables extends Construct implements Record<TableKey, Table> {
  readonly cells: Table;
  readonly meetings: Table;
  readonly scorecards: Table;
  readonly audit: Table;
  readonly matters: Table;
  readonly actions: Table;
  readonly owed: Table;
  readonly transient: Table;
  /** How long an entry of the audit is kept. */
  readonly auditDays: number;

  constructor(scope: Construct, { auditDays }: Pick<Stage, 'auditDays'>) {
    super(scope, 'Tables');
    this.auditDays = auditDays;
    this.cells = recordTable(this, 'cells');
    // Texts of reports carry their own expiry; a revision has none.
    this.meetings = recordTable(this, 'meetings', { timeToLiveAttribute: 'expiresAt' });
    // Of earlier months a roll-up asks for the thematic meetings and for what the others were about: nothing else is here.
    this.meetings.addGlobalSecondaryIndex({
      indexName: 'thematic',
      partitionKey: { name: 'thematicIn', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });
    this.scorecards = recordTable(this, 'scorecards');
    // Entries are kept for years, and expire: access to personal data is not watched for ever.
    // Years of entries are seldom read: this class stores at two fifths of the price, and asks a quarter more for each request.
    this.audit = recordTable(this, 'audit', {
      timeToLiveAttribute: 'expiresAt',
      tableClass: TableClass.STANDARD_INFREQUENT_ACCESS,
    });
    // A closed matter carries its expiry; the index holds those that are open.
    this.matters = recordTable(this, 'matters', { timeToLiveAttribute: 'expiresAt' });
    this.matters.addGlobalSecondaryIndex({
      indexName: 'open',
      partitionKey: { name: 'openIn', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });
    // An action that has ended carries its expiry.
    this.actions = recordTable(this, 'actions', { timeToLiveAttribute: 'expiresAt' });
    // What changes owe: it outlives mistakes as they do, and little of it stands at a time.
    this.owed = recordTable(this, 'owed');
    // What may vanish: every item expires, and nothing is counted from it.
    this.transient = recordTable(this, 'transient', {
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      deletionProtection: false,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.transient).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'Drafts, sessions, counters, known devices and keys of drafts, which all expire: nothing to restore.',
    });
  }

  /** Tells a function what the tables are called that it works on. */
  environment(...keys: readonly TableKey[]): Record<string, string> {
    return Object.fromEntries(keys.map((key) => [tables[key].variable, this[key].tableName]));
  }

  all(): Readonly<Record<TableKey, Table>> {
    const { cells, meetings, scorecards, audit, matters, actions, owed, transient } = this;
    return { cells, meetings, scorecards, audit, matters, actions, owed, transient };
  }

  /** Tells the operator's command line what all of them are called. */
  outputs(): Record<string, string> {
    const keys = Object.keys(tables) as TableKey[];
    return Object.fromEntries(keys.map((key) => [tables[key].output, this[key].tableName]));
  }
}

/**
 * A table that outlives mistakes: restorable to any second of 35 days, not deletable, kept when the stack goes.
 *
 * Encryption is by the key that AWS owns. A key of our own could be disabled or lost, and the records with it, and it
 * would cost a call a request; it would protect only from those who already hold the account.
 *
 * The logical id is fixed, so that moving the construct in the code does not make CloudFormation replace the table.
 */
function recordTable(scope: Construct, key: TableKey, props: Partial<TableProps> = {}): Table {
  const { id } = tables[key];
  const table = new Table(scope, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.DEFAULT,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
  (table.node.defaultChild as CfnTable).overrideLogicalId(id);
  return table;
}
