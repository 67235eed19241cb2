import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { noticeStore } from '#functions/store/notice-store.ts';
import { Misuse } from '#infra/admin/misuse.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';
import { formatInstant } from '#shared/language/format.ts';
import { isShown, type Notice, readNotice } from '#shared/notices/notice.ts';
import type { Instant } from '#shared/period.ts';

type Options = Readonly<Partial<Record<string, string>>>;
type Command = (options: Options, system: ReturnType<typeof systemOf>) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  async set({ text, english, from, until }, { notices, record, now }) {
    if (!text || !until) throw new Misuse('notice set needs --text WORDS and --until "YYYY-MM-DD HH:MM".');
    const read = readNotice({ text, english, from, until }, now);
    if (typeof read === 'string') throw new Misuse(read);
    const seen = await notices.find(now);
    await record(`notice ${read.from} ${read.until}`);
    if (!(await notices.set(read, seen?.at))) throw new Error(`${overtaken} Nothing was set.`);
    return [
      `Set${seen ? ', in place of the one before' : ''}. Pages show it within a minute of its time.`,
      say(read, now),
    ].join('\n');
  },

  async show(_, { notices, now }) {
    const found = await notices.find(now);
    return found ? say(found, now) : 'There is no notice.';
  },

  async end(_, { notices, record, now }) {
    const seen = await notices.find(now);
    if (!seen) return 'There is no notice: nothing to end.';
    await record('notice ended');
    if (!(await notices.end(seen.at))) throw new Error(`${overtaken} It stands.`);
    return 'Ended. Pages show it no more, within a minute.';
  },
};

const overtaken = 'Somebody else has set or ended a notice just now: look at it with notice show.';

/** `notice set | show | end`: what everybody is told on every page. */
export async function noticeBy(words: readonly string[], options: Options, target: () => Promise<Outputs>) {
  const [what = '', ...more] = words;
  const command = more.length === 0 && Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (!command) throw new Misuse(`notice needs one of ${Object.keys(commands).join(', ')}.`);
  return command(options, systemOf(await target()));
}

function systemOf(outputs: Outputs) {
  const db = documentClient();
  const tables = tablesOf(outputs);
  const now = new Date().toISOString();
  const record = operatorRecord(auditStore(db, tables.audit, Number(outputs['AuditDays'])), now);
  const { directory } = rollUpStores(db, tables);
  return {
    now,
    notices: noticeStore(db, tables.transient),
    /** All districts read it, so it is on the record of each. */
    async record(of: string): Promise<void> {
      for (const district of await directory.districts()) await record(district, 'notice', of);
    },
  };
}

function say({ vi, en, from, until }: Notice, now: Instant): string {
  const state = isShown({ from, until }, now) ? 'Shown' : 'To be shown';
  return [`${state} from ${formatInstant(from)} to ${formatInstant(until)}, by the clock in Vietnam:`, vi, en]
    .filter((line) => line !== undefined)
    .join('\n  ');
}
