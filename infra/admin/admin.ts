import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LambdaClient } from '@aws-sdk/client-lambda';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { letInBy, listAccountsOf, renewBy, startDistrictBy } from '#infra/admin/account-commands.ts';
import { accountDeps } from '#infra/admin/account-deps.ts';
import { rawClient } from '#infra/admin/archive/raw-tables.ts';
import { exportTo, restoreFrom, restoreMissing, verifyAgainst, verifyOfficial } from '#infra/admin/archive-commands.ts';
import { changeUnit } from '#infra/admin/change-unit.ts';
import { chooseRegime, readSettings, settingOptions } from '#infra/admin/choose-regime.ts';
import { doctor } from '#infra/admin/doctor/doctor.ts';
import { exitCodeOf, reportOf } from '#infra/admin/doctor/finding.ts';
import { enterParent } from '#infra/admin/enter-parent.ts';
import { importBy } from '#infra/admin/import-commands.ts';
import { invokeNow } from '#infra/admin/invoke-now.ts';
import { judgeCases, judgeFile } from '#infra/admin/judge-files.ts';
import { throwIfUnknown } from '#infra/admin/known-names.ts';
import { migrate } from '#infra/admin/migrate.ts';
import { Misuse } from '#infra/admin/misuse.ts';
import { noticeBy } from '#infra/admin/notice-commands.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { provinceMonth } from '#infra/admin/province.ts';
import { purgeBy } from '#infra/admin/purge-commands.ts';
import { actsIn } from '#infra/admin/read-plan.ts';
import { readText } from '#infra/admin/read-text.ts';
import { reasonOf } from '#infra/admin/reason-of.ts';
import { refileActions } from '#infra/admin/refile-actions.ts';
import { reopen } from '#infra/admin/reopen.ts';
import {
  completeReorganisation,
  type ReorganiseDeps,
  reorganiseUnits,
  undoReorganisation,
} from '#infra/admin/reorganise.ts';
import { rollUpNow, throwIfUncountable } from '#infra/admin/roll-up.ts';
import { sayFailure } from '#infra/admin/say-failure.ts';
import { sayVerdict } from '#infra/admin/say-verdict.ts';
import { findTarget, type Outputs, tablesOf } from '#infra/admin/target.ts';
import { unrecorded } from '#infra/admin/unrecorded.ts';
import { throwIfIgnored, usageOf } from '#infra/admin/usage.ts';
import { type ScorecardKey, verify } from '#infra/admin/verify.ts';
import { verifyAudit } from '#infra/admin/verify-audit.ts';
import { verifyParent } from '#infra/admin/verify-parent.ts';
import { LOCAL } from '#infra/stages/read-stage.ts';
import { cleanLine, isUnread } from '#shared/input/clean-text.ts';
import { type Instant, parseMonth } from '#shared/period.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import { isUnitId } from '#shared/units/units.ts';

const ownOptions = [
  'district',
  'month',
  'scorecard',
  'report',
  'regime',
  'from',
  'unit',
  'name',
  'child',
  'approve-as',
  'words',
  'asked-by',
  'reason',
  'kind',
  'type',
  'to',
  'commune',
  'cases',
  'against',
  'purges',
  'missing',
  'sheet',
  'user',
  'ask-as',
  'text',
  'english',
  'until',
] as const;
const stringOptions = [...ownOptions, ...settingOptions] as const;
type StringOption = (typeof stringOptions)[number];

interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Partial<Record<StringOption, string>>>;
  readonly official: boolean;
  readonly audit: boolean;
  readonly preview: boolean;
  readonly undo: boolean;
  readonly all: boolean;
  readonly again: boolean;
  /** Absent: the local system. */
  readonly stage: string | undefined;
}

/** What schedules invoke. */
const runs: Readonly<Record<string, { readonly output: string; readonly event: object }>> = {
  night: { output: 'PlanFunction', event: {} },
  morning: { output: 'RemindFunction', event: {} },
  settling: { output: 'RollupFunction', event: { settle: true } },
};

const commands: Readonly<Record<string, (given: Given, target: () => Promise<Outputs>) => Promise<string>>> = {
  async rollup({ options, official }, target) {
    const { district = '' } = options;
    const month = parseMonth(options.month ?? '');
    if (!isUnitId(district) || !month) throw new Misuse('rollup needs --district UNIT and --month YYYY-MM.');
    const outputs = await target();
    const cells = directoryStore(documentClient(), tablesOf(outputs).cells);
    await throwIfUncountable(district, month, cells, new Date().toISOString());
    const lambda = new LambdaClient({});
    const leftOut = await rollUpNow(lambda, outputs['RollupFunction'] ?? '', { district, month, official });
    const without = leftOut.length > 0 ? ` Left out, since it cannot be counted: ${leftOut.join(', ')}.` : '';
    return `${district} ${month}: counted${official ? ', official' : ''}.${without}`;
  },

  async run({ words: [what = '', ...more] }, target) {
    const run = more.length === 0 && Object.hasOwn(runs, what) ? runs[what] : undefined;
    if (!run) throw new Misuse(`run needs one of ${Object.keys(runs).join(', ')}.`);
    await invokeNow(new LambdaClient({}), (await target())[run.output] ?? '', run.event);
    return `${what}: done.`;
  },

  async verify({ options, audit, all }, target) {
    const { district, against } = options;
    if (against) return verifyAgainst(await target(), against);
    if (all) return verifyOfficial(await target(), district === undefined ? undefined : [district]);
    if (audit) return verifyAuditOf(options.district ?? '', target);
    const key = readKey(options.scorecard ?? '');
    const outputs = await target();
    const tables = tablesOf(outputs);
    const db = documentClient();
    const stores = rollUpStores(db, tables);
    if ((await stores.directory.parent(key.unit)) !== undefined) {
      return sayVerdict(await verifyParent(key, stores.scorecards));
    }
    const now = new Date().toISOString();
    const keepDays = Number(outputs['AuditDays']);
    const records = {
      audit: auditStore(db, tables.audit, keepDays),
      seals: sealStore(db, tables.scorecards),
      targets: targetStore(db, tables.meetings),
    };
    const verdict = await verify(key, stores, now);
    const lacking = await unrecorded(key.unit, key.month, { ...stores, ...records }, { now, keepDays });
    return sayVerdict({ ...verdict, unrecorded: lacking });
  },

  async export({ options: { district, to }, words, stage }, target) {
    const isRight = to && words.length === 0 && (district === undefined || isUnitId(district));
    if (!isRight) throw new Misuse('export needs --to FILE.tar or --to FOLDER.');
    return exportTo(await target(), to, stage ?? 'local', district);
  },

  async restore({ words: [path, ...more], options: { purges, sheet, missing } }, target) {
    if (missing && !path && !purges && !sheet) return restoreMissing(await target(), missing);
    if (!path || missing || more.length > 0) throw new Misuse('restore needs an archive, or --missing=SUFFIX alone.');
    // Beside the archive, which is as secret: not where the program stands.
    const own = `${path.replace(/(\.tar|\/)$/, '')}-passwords.html`;
    return restoreFrom(await target(), path, { newer: purges, sheet: sheet ?? own });
  },

  async purge({ options, again }, target) {
    return purgeBy(options, again, target);
  },

  async import({ words, options, preview }, target) {
    return importBy(words, options, preview, target);
  },

  async regime({ options }, target) {
    const { district = '', regime } = options;
    const from = parseMonth(options.from ?? '');
    if (!isUnitId(district) || !from) throw new Misuse('regime needs --district UNIT and --from YYYY-MM.');
    const choice = { from, ...(regime && { regime }), settings: readSettings(options) };
    const outputs = await target();
    const db = documentClient();
    const now = new Date().toISOString();
    const stores = rollUpStores(db, tablesOf(outputs));
    await chooseRegime(district, choice, stores, now, operatorRecord(auditOf(outputs, db), now));
    return `${district} from ${from}: ${JSON.stringify({ regime: regime ?? 'by date', ...choice.settings })}`;
  },

  async unit({ options }, target) {
    const { unit = '', name, kind, type } = options;
    const reason = reasonOf(options.reason);
    const from = parseMonth(options.from ?? '');
    const to = options.to === 'none' ? ('none' as const) : parseMonth(options.to ?? '');
    const isMonth = (options.from === undefined || from) && (options.to === undefined || to);
    const isType = type === undefined || Object.hasOwn(cellTypes, type);
    if (!isUnitId(unit) || !isMonth || !isType || !(name || kind || type || to)) {
      throw new Misuse('unit needs --unit ID and what is to change; months are YYYY-MM.');
    }
    const change = {
      ...(name && { name }),
      ...(kind && { kind }),
      ...(type && { type: type as CellType }),
      ...(from && { from }),
      ...(to && { to }),
    };
    const outputs = await target();
    const db = documentClient();
    const now = new Date().toISOString();
    const record = operatorRecord(auditOf(outputs, db), now);
    await changeUnit(unit, change, rollUpStores(db, tablesOf(outputs)), now, record, reason);
    return `${unit}: changed.`;
  },

  async reorganise({ words: [file, ...more], options, preview, undo }, target) {
    const { district = '' } = options;
    const reason = reasonOf(options.reason);
    const month = parseMonth(options.month ?? '');
    const isCompletion = !file && !undo && isUnitId(district);
    const isUndo = !file && undo && isUnitId(district) && reason;
    if (more.length > 0 || !(isCompletion || isUndo || (file && month && !undo))) {
      throw new Misuse(
        'reorganise needs a FILE and --month YYYY-MM, or --district UNIT, with --undo and --reason WHY.',
      );
    }
    const outputs = await target();
    const now = new Date().toISOString();
    const deps = reorganiseDeps(outputs, now);
    if (isUndo) return undoReorganisation(district, reason, now, deps);
    if (!file || !month) {
      await completeReorganisation(district, now, deps);
      return `${district}: nothing is left to do.`;
    }
    const acts = actsIn(await readText(file));
    return reorganiseUnits({ month, acts }, preview, reason, now, deps);
  },

  async reopen({ options }, target) {
    const { district = '' } = options;
    const reason = reasonOf(options.reason);
    const month = parseMonth(options.month ?? '');
    if (!isUnitId(district) || !month || !reason) {
      throw new Misuse('reopen needs --district UNIT, --month YYYY-MM and --reason WHY.');
    }
    const outputs = await target();
    const db = documentClient();
    const now = new Date().toISOString();
    const record = operatorRecord(auditOf(outputs, db), now);
    return reopen({ district, month, reason }, rollUpStores(db, tablesOf(outputs)), now, record);
  },

  async parent({ options }, target) {
    const { unit = '', name = '', child = '' } = options;
    const children = child.split(',');
    if (!name || ![unit, ...children].every((id) => isUnitId(id) && !id.includes('.'))) {
      throw new Misuse('parent needs --unit ID, --name NAME and --child ID,ID,…');
    }
    const outputs = await target();
    const db = documentClient();
    const record = operatorRecord(auditOf(outputs, db), new Date().toISOString());
    await enterParent({ id: unit, name, children }, db, tablesOf(outputs).cells, record);
    return `${unit}: above ${children.join(', ')}.`;
  },

  async province({ options }, target) {
    const { unit = '', name = '', district = '' } = options;
    const month = parseMonth(options.month ?? '');
    const districts = district.split(',');
    if (!month || !name || ![unit, ...districts].every(isUnitId)) {
      throw new Misuse('province needs --unit ID, --name NAME, --district ID,ID,… and --month YYYY-MM.');
    }
    const scorecards = scorecardStore(documentClient(), tablesOf(await target()).scorecards);
    return JSON.stringify(await provinceMonth({ unit, name }, districts, month, scorecards), null, 2);
  },

  async 'start-district'({ words: [file, ...more], options }, target) {
    if (more.length > 0) throw new Misuse('start-district takes one list of units.');
    return startDistrictBy(file, options, await target());
  },

  async doctor({ stage }, target) {
    const outputs = await target();
    const patient = {
      outputs,
      tables: tablesOf(outputs),
      ...(stage && stage !== LOCAL && { stackName: `SoChiBo-${stage}` }),
    };
    const findings = await doctor(patient, new Date().toISOString());
    process.exitCode = exitCodeOf(findings);
    return reportOf(findings);
  },

  async renew({ options }, target) {
    return renewBy(options, await target());
  },

  async migrate(_, target) {
    const outputs = await target();
    const db = documentClient();
    const { cells, actions } = tablesOf(outputs);
    const began = performance.now();
    const brought = await migrate(db, cells, directoryStore(db, cells), new Date().toISOString());
    const said = [...brought].map(([district, units]) => `${district}: ${units} units.`);
    const client = rawClient();
    const refiled = await refileActions(client, db, actions);
    client.destroy();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    return [
      ...said,
      `${brought.size} directories were of an older format; ${refiled} actions stood where no list finds them; ${seconds} s.`,
    ].join('\n');
  },

  async accounts(_, target) {
    return listAccountsOf(await target());
  },

  async notice({ words, options }, target) {
    return noticeBy(words, options, target);
  },

  async 'let-in'({ options }, target) {
    return letInBy(options, await target());
  },

  async judge({ words: [single, ...more], options }) {
    const { cases, regime } = options;
    const file = cases ?? single;
    if (!file || more.length > 0 || (cases && single)) throw new Misuse('judge needs a file.');
    const settings = readSettings(options);
    const otherwise = { ...(regime && { regime }), ...(Object.keys(settings).length > 0 && { settings }) };
    const text = await readText(file);
    return cases ? judgeCases(text, otherwise) : JSON.stringify(judgeFile(text, otherwise), null, 2);
  },
};

async function verifyAuditOf(district: string, target: () => Promise<Outputs>): Promise<string> {
  if (!isUnitId(district)) throw new Misuse('verify --audit needs --district UNIT.');
  const outputs = await target();
  const db = documentClient();
  const keepDays = Number(outputs['AuditDays']);
  const tables = tablesOf(outputs);
  const audit = auditOf(outputs, db);
  const seals = sealStore(db, tables.scorecards);
  const now = new Date().toISOString();
  const { days, entries, faults } = await verifyAudit(district, { audit, seals }, { now, keepDays });
  const which = `${district}: ${entries} entries on ${days} days`;
  if (faults.length > 0) throw new Error([`${which}: NOT WHOLE.`, ...faults].join('\n  '));
  // A name written wrong must not be called whole: a district that was entered has entries.
  if (entries === 0) throw new Error(`${district} has no audit: see how the name is written.`);
  return `${which}: whole.`;
}

function reorganiseDeps(outputs: Outputs, now: Instant): ReorganiseDeps {
  const db = documentClient();
  const stores = rollUpStores(db, tablesOf(outputs));
  return { ...accountDeps(outputs, db), stores, record: operatorRecord(auditOf(outputs, db), now) };
}

function auditOf(outputs: Outputs, db: DynamoDBDocumentClient) {
  return auditStore(db, tablesOf(outputs).audit, Number(outputs['AuditDays']));
}

function readKey(text: string): ScorecardKey {
  const [unit = '', monthText = '', revision] = text.split('/');
  const month = parseMonth(monthText);
  if (!isUnitId(unit) || !month || !/^[1-9]\d*$/.test(revision ?? '1')) {
    throw new Misuse('verify needs --scorecard UNIT/YYYY-MM[/REVISION].');
  }
  return { unit, month, ...(revision && { revision: Number(revision) }) };
}

let called = '';
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...(Object.fromEntries(stringOptions.map((name) => [name, { type: 'string' }])) as Record<
        StringOption,
        { type: 'string' }
      >),
      stage: { type: 'string' },
      official: { type: 'boolean', default: false },
      audit: { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
    },
  });
  const [name = '', ...words] = positionals;
  called = name;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Misuse(name ? `There is no command ${name}.` : 'Name a command.');
  const given = Object.entries(values).flatMap(([key, value]) => (value && key !== 'stage' ? [key] : []));
  throwIfIgnored(name, words, given);
  const options = Object.fromEntries(stringOptions.map((each) => [each, values[each] && cleanLine(values[each])]));
  const unread = stringOptions.find((each) => isUnread(options[each] ?? ''));
  if (unread) throw new Misuse(`--${unread} has letters that cannot be read: type it in UTF-8.`);
  const target = async () => {
    const outputs = await findTarget(values.stage, resolve(process.env['DATA_DIR'] ?? '.local'));
    await throwIfUnknown(name, options, directoryStore(documentClient(), tablesOf(outputs).cells));
    return outputs;
  };
  const { stage, official, audit, preview, undo, all, again } = values;
  console.log(await command({ words, options, stage, official, audit, preview, undo, all, again }, target));
} catch (error) {
  console.error(sayFailure(error));
  const misused = error instanceof Misuse || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (misused) console.error(`\n${usageOf(called)}`);
  // What else was under way is not waited for: whoever gives the command again finds it ended.
  process.exit(misused ? 2 : 1);
}
