import { settingOptions } from '#infra/admin/choose-regime.ts';
import { Misuse } from '#infra/admin/misuse.ts';

/** What there is to say; a command takes what stands here, and nothing else. */
const usage = `npm run admin -- <command> [--stage NAME]

  rollup --district UNIT --month YYYY-MM [--official]   count a month now; --official closes it
  run night | morning | settling                        do now what the schedule does: plan the roll-ups, remind, pay
                                                        what changes owe
  verify --scorecard UNIT/YYYY-MM[/REVISION]            count an official scorecard again and compare
  verify --audit --district UNIT                        follow the audit's chain of entries, and compare it with its seals
  verify --all [--district UNIT]                        count every official scorecard again, and follow every audit
  verify --against ARCHIVE|SUFFIX                       compare item by item with an archive, or with tables restored
                                                        beside ours whose names end in SUFFIX
  export --to FILE.tar|FOLDER [--district UNIT]         write all, or a district, into an archive
  restore ARCHIVE [--purges ARCHIVE] [--sheet FILE]     put an archive into an empty system, or a district's beside others;
                                                        --purges: a newer one, whose purges are applied too; --sheet:
                                                        where the new one-time passwords are written, to be
                                                        printed; by default beside the archive
  restore --missing=SUFFIX                              put back what our tables lack, from tables restored beside them
                                                        whose names end in SUFFIX; what stands is left alone
  judge FILE [--regime ID] [norms as for regime]        judge the reports (JSON) of a cell's month line by line,
                                                        or those of a year by month, quarter and year
  judge --cases FILE [--regime ID] [norms]              judge a list of cases (infra/README.md), one line of JSON a case
  regime --district UNIT --from YYYY-MM [--regime ID]   judge a district otherwise from a month on; norms one by one:
         [--attendance ">=85"] [--minutes 90/120,30:120/150] [--excused in-base|out-of-base]
         [--thematics 1] [--meeting-day 3/7] [--deadlines 5/10] [--year phu-tho]
  parent --unit ID --name NAME --child ID,ID,…          enter a unit above districts, or above such units, whose
                                                        scorecards follow from theirs
  province --unit ID --name NAME --district ID,ID,… --month YYYY-MM
                                                        the merge of districts' scorecards, as JSON
  purge --words ID --asked-by ACCOUNT,ACCOUNT           take what was written out of a briefing or summary, asked by
                                                        two persons of the district: UNIT_YYYY-MM_briefing,
                                                        UNIT_YYYY-MM_YYYY-MM_summary
  purge --report ID [--approve-as NAME]                 take the words out of a report, asked by one person of the
                                                        district and approved by another; where there is no other, you
                                                        approve by your own name
  purge --again                                         take out once more what was taken out, after a restore
  unit --unit ID [--name N] [--kind K] [--type T]       correct a unit, or with --from rename it from a month on, or
       [--from YYYY-MM] [--to YYYY-MM|none] [--reason WHY]
                                                        end it with its last month
  reorganise FILE --month YYYY-MM [--preview]           carry out a plan for a district's units (CSV), or say what it
             [--reason WHY]                             would do
  reorganise --district UNIT [--undo --reason WHY]      undo the last one; without --undo, complete what was cut off
  reopen --district UNIT --month YYYY-MM --reason WHY   open a closed month again for changes of units
  import units FILE [--preview] [--commune ID]          enter units and groups from a list, CSV or XLSX, as people have
         [--from YYYY-MM] [--reason WHY]                it; a list without ids is of one commune, and units whose first
                                                        month it does not say begin in --from; --preview changes nothing
  import baseline FILE --district UNIT                  enter what a district counted before its first regime, CSV:
                                                        month;cells;held;present;required;resolutions;source
  import shapes FILE --district UNIT [--reason WHY]     enter the outlines of a district's communes, GeoJSON: the map of
                                                        its scorecards (infra/README.md)
  import users FILE [--preview] [--sheet OUT]           enter accounts from a list, CSV or XLSX, whose columns name
                                                        user, role, unit, group, password and perhaps e-mail; with
                                                        --sheet those without a password get one, printed there alone
  notice set --text WORDS [--english WORDS]             tell everybody on every page, such as that something is down;
         [--from "YYYY-MM-DD HH:MM"]                    times by the clock in Vietnam; it ends by itself
         --until "YYYY-MM-DD HH:MM"
  notice show                                           the one that stands
  notice end                                            take it away before its time
  doctor                                                say of quotas, mail, alarms, nights, backups and versions what is
                                                        well; ends with 0, 3 (look at it) or 4 (mend it)
  start-district [FILE] --district UNIT --sheet OUT     enter a district's first units, from a list or by --kind and
         [--kind K --name N [--from YYYY-MM]]           --name, and its first account with a one-time password
  renew --user NAME|--unit ID --sheet OUT               give accounts whose first password has run out another one
  migrate                                               bring what is stored in formats of the past into today's; again
                                                        after a stop it goes on
  accounts                                              compare the districts' lists of accounts with the user pool
  let-in --user NAME --ask-as NAME --reason WHY         let a district's only account in again: one person asks (WHY is
  let-in --user NAME --approve-as NAME --sheet OUT      forgotten, lost-device or left), another approves within 3 days

judge needs no system. Without --stage the others work on the local system that npm start runs.`;

/** What the usage says of a command, or of all where there is none of the name. */
export function usageOf(command: string): string {
  const own = paragraphsOf(command);
  return own.length > 0 ? own.join('\n') : usage;
}

/**
 * Refuses what a command does not take: it would be ignored, and with it what the operator meant by `--preview` or
 * `--district`.
 *
 * @param name the command's; where the usage has a line for it with the word after it, such as `import units`, that counts
 * @param words what was given without a name, after the command's own
 * @param given the options, without their hyphens
 * @throws {Misuse} naming the first
 */
export function throwIfIgnored(name: string, words: readonly string[], given: readonly string[]): void {
  const narrower = `${name} ${words[0]}`;
  const command = paragraphsOf(narrower).length > 0 ? narrower : name;
  const own = paragraphsOf(command);
  const says = own.join('\n');
  const taken = [...says.matchAll(/--([a-z-]+)/g)].map(([, option]) => option);
  if (says.includes('[norms')) taken.push(...settingOptions);
  const ignored = given.find((option) => !taken.includes(option));
  if (ignored) throw new Misuse(`${command} takes no --${ignored}: nothing was done.`);
  const takesWords = own.some((each) => /^ {2}\S+ \[?[A-Za-z]/.test(each));
  if (words[0] !== undefined && !takesWords) throw new Misuse(`${command} takes no ${words[0]}: nothing was done.`);
}

function paragraphsOf(command: string): string[] {
  return usage.split(/\n(?= {2}\S)|\n\n/).filter((each) => each.startsWith(`  ${command} `));
}
