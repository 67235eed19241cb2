import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { dayAt, endOfMonth } from '#shared/period.ts';
import { closing, due, month, type RandomDistrict } from '#test/functions/scorecards/random-district.ts';

/** Every figure of a unit, counted in a second way: the reports as rows of a database, the rules as SQL. */
export type Counts = Readonly<Record<string, readonly [numerator: number, denominator: number]>>;

const TABLES = `
  CREATE TABLE cell (id TEXT PRIMARY KEY, commune TEXT, thematic_before INT);
  CREATE TABLE report (cell TEXT, kind TEXT, day TEXT, received TEXT, minutes INT, start INT, members INT, present INT,
    required INT, unexcused INT, speakers INT, committee TEXT, oriented TEXT, papers TEXT, steps TEXT, previous TEXT, minute_book TEXT,
    resolution TEXT, attended TEXT, latecomers INT, notes TEXT, targets INT, assigned INT, dated INT, subjects TEXT, tasks INT, matters INT,
    discussion REAL, reviewed_discussion REAL, official_discussion REAL, reviewed INT);
  CREATE INDEX by_cell ON report (cell);
  CREATE TABLE concern (cell TEXT, commune TEXT, topic TEXT, bypass TEXT);
  CREATE TABLE result (cell TEXT, commune TEXT, unit TEXT, tenths INT);
  CREATE TABLE classed (cell TEXT, months_ago INT, subjects TEXT);
  CREATE TABLE follow_up (cell TEXT, day TEXT, kind TEXT, task TEXT, status TEXT);
  CREATE INDEX of_cell ON follow_up (cell);
  CREATE VIEW last_word AS SELECT cell, status FROM follow_up f WHERE task IS NULL OR NOT EXISTS
    (SELECT 1 FROM follow_up l WHERE l.cell = f.cell AND l.task = f.task AND (l.day, l.kind) > (f.day, f.kind));
  CREATE TABLE event (matter TEXT, unit TEXT, commune TEXT, n INT, kind TEXT, at TEXT, topic TEXT, severity TEXT);
  CREATE TABLE group_commune (commune TEXT);
  CREATE TABLE visit (id TEXT, unit TEXT, commune TEXT, revision INT, at TEXT, state TEXT);
  CREATE TABLE list (commune TEXT, revision INT, at TEXT, charges TEXT);
  CREATE TABLE record (commune TEXT, revision INT, at TEXT, cells TEXT);
  CREATE TABLE plan (cell TEXT, revision INT, at TEXT, quarters TEXT);
  CREATE VIEW last_plan AS SELECT *, max(revision) FROM plan WHERE at <= '2021-03-31T16:59:59.999Z' GROUP BY cell;
  CREATE VIEW last_visit AS SELECT *, unit <> commune AS is_cell, max(revision) FROM visit
    WHERE at <= '2021-04-10T16:59:59.999Z' GROUP BY id;
  CREATE VIEW last_list AS SELECT *, max(revision) FROM list WHERE at <= '2021-03-31T16:59:59.999Z' GROUP BY commune;
  CREATE VIEW last_record AS SELECT *, max(revision) FROM record GROUP BY commune;`;

/** The regular meetings, each with the minutes of its session, if the thematic one came right before or after it. */
const REGULAR = `
  SELECT *, (SELECT r.minutes + t.minutes FROM report t
    WHERE t.cell = r.cell AND t.kind = 'thematic' AND t.day = r.day
      AND (t.start - r.start - r.minutes BETWEEN 0 AND 30 OR r.start - t.start - t.minutes BETWEEN 0 AND 30)) AS session
  FROM report r WHERE kind = 'regular'`;

/** What a length has of five points. */
const lasting = (minutes: string, least: number) => `
  CASE WHEN ${minutes} >= ${least} THEN 5 WHEN ${minutes} >= ${least} - 15 THEN 4 WHEN ${minutes} >= ${least} - 30 THEN 3
    WHEN ${minutes} * 2 >= ${least} THEN 2 ELSE 1 END`;

const yes = (column: string, points: number) => `CASE ${column} WHEN 'yes' THEN ${points} WHEN 'no' THEN 0 END`;

/** The score sheet of Đề án 06 line by line; NULL where facts or a judgement are missing. */
const LINES = [
  [`CASE WHEN committee = 'na' AND members < 9 THEN 6 ELSE ${yes('committee', 6)} END`, 6],
  [yes('oriented', 3), 3],
  [yes('papers', 6), 6],
  [
    `CASE WHEN required = 0 THEN NULL WHEN unexcused > 0 THEN 4 WHEN present * 100 >= required * 85 THEN 20
      WHEN present * 100 >= required * 75 THEN 12 WHEN present * 100 >= required * 65 THEN 8 ELSE 4 END`,
    20,
  ],
  [`max(${lasting('minutes', 90)}, ${lasting('coalesce(session, 0)', 120)})`, 5],
  [`${yes('steps', 6)} + ${yes('previous', 4)}`, 10],
  [
    `CASE WHEN speakers IS NULL OR present = 0 THEN NULL WHEN speakers * 100 >= present * 50 THEN 10
      WHEN speakers * 100 >= present * 40 THEN 8 WHEN speakers * 100 >= present * 30 THEN 6 ELSE 4 END`,
    10,
  ],
  [`CASE resolution WHEN 'none' THEN 0 ELSE 12 END`, 12],
  [yes('minute_book', 8), 8],
] as const;

/** What a meeting has in hundredths of its 100 points, by its own judgement and by the last word: NULL with a gap. */
const SCORED = `
  SELECT *,
    iif(sheet_max = 80, round((sheet + discussion) * 100.0), NULL) AS own,
    iif(sheet_max = 80, round((sheet + last) * 100.0), NULL) AS share,
    iif(sheet_max = 80, sheet + last, NULL) AS points
  FROM (
    SELECT *, coalesce(official_discussion, reviewed_discussion, discussion) AS last,
      ${LINES.map(([points]) => `coalesce(${points}, 0)`).join(' + ')} AS sheet,
      ${LINES.map(([points, max]) => `iif((${points}) IS NULL, 0, ${max})`).join(' + ')} AS sheet_max
    FROM (${REGULAR}))`;

/** Whether a task was given to somebody until a day: NULL where nobody noted it and a task has a day. */
const ASSIGNED = 'coalesce(r.assigned > 0, iif(r.dated, NULL, 0))';
/** Of how many of three months it is told what they were about. */
const MONTHS_SAID = '((r.subjects IS NOT NULL) + (SELECT count(*) FROM classed k WHERE k.cell = c.id))';

/** One row a cell: what its month comes to. Of several regular meetings the earliest counts; here there is one at most. */
const CELLS = `
  SELECT c.id, c.commune, 1 AS is_cell, c.has_regular AS held,
    count(r.cell) > 0 AS reported,
    coalesce(min(CASE WHEN r.kind = 'regular' OR NOT c.has_regular THEN r.received END) > :due, 0) AS late,
    coalesce(sum(CASE WHEN r.kind = 'regular' THEN r.present END), 0) AS present,
    coalesce(sum(CASE WHEN r.kind = 'regular' THEN r.required END), 0) AS required,
    coalesce(sum(r.kind = 'regular' AND r.required > 0), 0) AS base,
    coalesce(sum(r.kind = 'regular' AND r.required > 0 AND r.present * 100 >= 85 * r.required), 0) AS base_met,
    coalesce(sum(r.kind = 'regular' AND r.required > 0 AND r.unexcused = 0), 0) AS reasoned,
    coalesce(sum(r.kind = 'regular' AND r.resolution <> 'none'), 0) AS resolved,
    coalesce(sum(r.kind = 'regular' AND r.papers = 'yes'
      AND (r.committee = 'yes' OR r.committee = 'na' AND r.members < 9)), 0) AS prepared,
    coalesce(max(r.kind = 'thematic'), 0) AS thematic,
    count(r.cell) > 0 AND c.thematic_before + coalesce(sum(r.kind = 'thematic'), 0) >= 1 AS quarter,
    coalesce(max(r.attended IN ('group', 'both')), 0) AS visited,
    coalesce(max(r.attended IN ('commune', 'both')), 0) AS attended,
    coalesce(sum(iif(r.kind = 'regular' AND r.latecomers <= r.present, r.latecomers, 0)), 0) AS came_late,
    coalesce(sum(iif(r.kind = 'regular' AND r.latecomers <= r.present, r.present, 0)), 0) AS late_of,
    coalesce(sum(r.kind = 'regular' AND NOT coalesce(r.latecomers <= r.present, 0)), 0) AS late_unsaid,
    coalesce(sum(r.kind = 'regular' AND r.notes = 'yes'), 0) AS noted,
    coalesce(sum(r.kind = 'regular' AND r.notes IS NOT NULL), 0) AS notes_said,
    coalesce(sum(r.kind = 'regular' AND r.notes IS NULL), 0) AS notes_unsaid,
    coalesce(sum(r.kind = 'regular' AND r.speakers BETWEEN (r.present + 1) / 2 AND r.present AND r.present > 0), 0) AS half_spoke,
    coalesce(sum(r.kind = 'regular' AND coalesce(r.speakers <= r.present, 0) AND r.present > 0), 0) AS spoke_said,
    coalesce(sum(r.kind = 'regular' AND NOT (coalesce(r.speakers <= r.present, 0) AND r.present > 0)), 0) AS spoke_unsaid,
    coalesce(sum(r.kind = 'regular' AND r.resolution <> 'none' AND r.targets >= 1 AND ${ASSIGNED}), 0) AS concrete,
    coalesce(sum(r.kind = 'regular' AND r.resolution <> 'none' AND (r.targets >= 1 AND ${ASSIGNED}) IS NOT NULL), 0) AS concrete_said,
    coalesce(sum(r.kind = 'regular' AND r.resolution <> 'none' AND (r.targets >= 1 AND ${ASSIGNED}) IS NULL), 0) AS concrete_unsaid,
    coalesce(sum(r.kind = 'regular' AND ${MONTHS_SAID} = 3), 0) AS focus_said,
    coalesce(sum(r.kind = 'regular' AND ${MONTHS_SAID} < 3), 0) AS focus_unsaid,
    coalesce(sum(r.kind = 'regular' AND ${MONTHS_SAID} = 3
      AND (SELECT count(*) FROM classed k WHERE k.cell = c.id AND k.subjects = r.subjects) = 2), 0) AS focus_same,
    coalesce(sum(r.tasks), 0) AS tasks,
    (SELECT count(*) FROM last_word w WHERE w.cell = c.id AND status = 'done') AS done,
    (SELECT count(*) FROM last_word w WHERE w.cell = c.id AND status = 'overdue') AS overdue,
    (SELECT count(*) FROM last_word w WHERE w.cell = c.id AND status <> 'dropped') AS followed,
    coalesce(sum(r.matters), 0) AS matters
  FROM (SELECT c.*, EXISTS (SELECT 1 FROM report WHERE cell = c.id AND kind = 'regular') AS has_regular FROM cell c) c
  LEFT JOIN report r ON r.cell = c.id
  GROUP BY c.id`;

const SUMS = `
  SELECT count(*) AS due, sum(reported) AS reported,
    sum(NOT reported AND :now <= :due) AS notDue, sum(NOT reported AND :now > :due) AS missing,
    sum(reported OR :now > :closing) AS reportedOrSilent, sum(held OR NOT reported AND :now > :closing) AS heldOrSilent,
    sum(base OR NOT reported AND :now > :closing) AS baseOrSilent, sum(reported AND NOT late) AS onTime, sum(late) AS late,
    sum(held) AS held, sum(c.present) AS present, sum(c.required) AS required, sum(base) AS base,
    sum(base_met) AS baseMet, sum(reasoned) AS reasoned, sum(resolved) AS resolved, sum(prepared) AS prepared, sum(thematic) AS thematic,
    sum(quarter) AS quarter, sum(visited) AS visited, sum(c.attended) AS attended, sum(c.tasks) AS tasksSet, sum(c.done) AS done,
    sum(came_late) AS cameLate, sum(late_of) AS lateOf, sum(late_unsaid) AS lateUnsaid, sum(noted) AS noted,
    sum(notes_said) AS notesSaid, sum(notes_unsaid) AS notesUnsaid, sum(half_spoke) AS halfSpoke, sum(spoke_said) AS spokeSaid,
    sum(spoke_unsaid) AS spokeUnsaid, sum(concrete) AS concrete, sum(concrete_said) AS concreteSaid,
    sum(concrete_unsaid) AS concreteUnsaid, sum(focus_same) AS focusSame, sum(focus_said) AS focusSaid,
    sum(focus_unsaid) AS focusUnsaid, sum(c.overdue) AS overdue, sum(c.followed) AS followed, sum(c.matters) AS matters,
    sum(s.minutes >= 90 OR coalesce(s.session, 0) >= 120) AS longEnough,
    count(s.points) AS scored, sum(s.share) AS share,
    100 * count(s.points) AS scoredParts, 100 * sum(s.reviewed AND s.own - s.share IS NOT NULL) AS reviewedParts,
    sum(iif(s.reviewed, s.own - s.share, 0)) AS gap,
    sum(s.points >= 90) AS good, sum(s.points < 90 AND s.points >= 70) AS fair,
    sum(s.points < 70 AND s.points >= 50) AS average, sum(s.points < 50) AS poor,
    sum(s.cell IS NOT NULL AND s.points IS NULL) AS ungraded
  FROM (${CELLS}) c LEFT JOIN (${SCORED}) s ON s.cell = c.id WHERE `;

/**
 * How many cells of each figure with a target are at it at the worst and at the best, whatever reports may still come
 * while the month is open, and of how many: a cell without its regular report may do well or badly, a too short meeting
 * may become part of a session, a cell on time by its thematic report alone may still be late.
 */
const VERDICT_SUMS = `
  SELECT count(*) AS cells, sum(reported) AS reportedWorst, sum(reported OR :open) AS reportedBest,
    sum(reported AND NOT late AND (held OR NOT :open)) AS onTimeWorst,
    sum(iif(reported, NOT late, :now <= :due)) AS onTimeBest,
    sum(held) AS heldWorst, sum(held OR :open) AS heldBest,
    sum(base_met) AS baseMetWorst, sum(iif(held, base_met, :open)) AS baseMetBest,
    sum(iif(held, base, :open OR NOT reported)) AS baseMetOf,
    sum(resolved) AS resolvedWorst, sum(iif(held, resolved, :open)) AS resolvedBest,
    sum(prepared) AS preparedWorst, sum(iif(held, prepared, :open)) AS preparedBest,
    sum(coalesce(long, 0)) AS longWorst, sum(coalesce(long, 0) OR :open) AS longBest,
    sum(held OR :open OR NOT reported) AS heldOf,
    sum(quarter) AS quarterWorst, sum(quarter OR :open) AS quarterBest,
    sum(NOT held AND :open) AS unknown, sum(c.present) AS present, sum(c.required) AS required
  FROM (${CELLS}) c LEFT JOIN (
    SELECT cell, minutes >= 90 OR coalesce(session, 0) >= 120 AS long FROM (${REGULAR})
  ) s ON s.cell = c.id WHERE `;

/** The figures with a target in March: at the worst, at the best, of how many cells. */
const VERDICTS = {
  reported: ['reportedWorst', 'reportedBest', 'cells'],
  onTime: ['onTimeWorst', 'onTimeBest', 'cells'],
  met: ['heldWorst', 'heldBest', 'cells'],
  attendanceCells: ['baseMetWorst', 'baseMetBest', 'baseMetOf'],
  resolution: ['resolvedWorst', 'resolvedBest', 'heldOf'],
  preparation: ['preparedWorst', 'preparedBest', 'heldOf'],
  duration: ['longWorst', 'longBest', 'heldOf'],
  thematicQuarter: ['quarterWorst', 'quarterBest', 'cells'],
} as const;

/** One row a cell in whose commune a list was entered: who is in charge, and what is known of it from either side. */
const CHARGES = `
  SELECT c.commune, 1 AS is_cell, l.charges ->> ('$."' || c.id || '"') IS NOT NULL AS charged,
    iif((r.cells -> ('$."' || c.id || '"')) ->> 'orientedOn' IS NOT NULL, 1,
      (SELECT oriented = 'yes' FROM report WHERE cell = c.id AND kind = 'regular')) AS oriented,
    iif((r.cells -> ('$."' || c.id || '"')) ->> 'attendedOn' IS NOT NULL, 1,
      (SELECT attended IN ('commune', 'both') FROM report WHERE cell = c.id AND kind = 'regular')) AS attended
  FROM cell c JOIN last_list l ON l.commune = c.commune LEFT JOIN last_record r ON r.commune = c.commune`;

const CHARGE_SUMS = `
  count(*) AS listed, sum(charged) AS charged,
  count(*) FILTER (WHERE charged AND oriented IS NOT NULL) AS orientedKnown,
  count(*) FILTER (WHERE charged AND oriented) AS oriented,
  count(*) FILTER (WHERE charged AND attended IS NOT NULL) AS attendedKnown,
  count(*) FILTER (WHERE charged AND attended) AS attendedInCharge`;

const THEMES = `
  SELECT c.commune, 1 AS is_cell,
    c.thematic_before > 0 OR EXISTS (SELECT 1 FROM report r WHERE r.cell = c.id AND r.kind = 'thematic') AS themed
  FROM cell c JOIN last_plan p ON p.cell = c.id WHERE p.quarters -> '$."1"' IS NOT NULL`;

/** Concerns as reports raised them; one of the former topic went over a head whatever else is said. */
const OVER = `CASE WHEN topic = 'VC' OR bypass = 'yes' THEN 1 WHEN bypass = 'no' THEN 0 END`;
const CONCERN_SUMS = `sum(${OVER}) AS overHeads, count(${OVER}) AS overSaid, count(*) - count(${OVER}) AS overUnsaid`;

const VISIT_SUMS = `count(*) FILTER (WHERE state <> 'dropped') AS planned, count(*) FILTER (WHERE state = 'done') AS visits`;

const COVERAGE = `
  SELECT commune, 1 AS is_cell, EXISTS (SELECT 1 FROM last_visit v WHERE v.unit = cell.id AND v.state = 'done') AS covered
  FROM cell WHERE commune IN (SELECT commune FROM group_commune)`;

/** What each matter was when the month ended, and on which days of Vietnam it came so far. */
const MATTERS = `
  SELECT *, step IN ('settle', 'not-founded', 'merge') AS closed,
    julianday(closed_on) - julianday(raised_on) AS days,
    julianday(:last) - julianday(level_since) > CASE severity WHEN 'high' THEN 7 WHEN 'medium' THEN 15 ELSE 30 END AS late
  FROM (
    SELECT matter, commune, unit <> commune AS is_cell, date(min(at), '+7 hours') AS raised_on,
      max(date(at, '+7 hours')) FILTER (WHERE kind IN ('raised', 'pass-up', 'reopen')) AS level_since,
      (SELECT kind FROM seen s WHERE s.matter = e.matter AND kind <> 'corrected' ORDER BY n DESC LIMIT 1) AS step,
      (SELECT date(at, '+7 hours') FROM seen s WHERE s.matter = e.matter AND kind <> 'corrected' ORDER BY n DESC LIMIT 1)
        AS closed_on,
      (SELECT topic FROM seen s WHERE s.matter = e.matter AND topic IS NOT NULL ORDER BY n DESC LIMIT 1) AS topic,
      (SELECT severity FROM seen s WHERE s.matter = e.matter AND topic IS NOT NULL ORDER BY n DESC LIMIT 1) AS severity
    FROM seen e GROUP BY matter)`;

const MATTER_SUMS = `
  count(*) FILTER (WHERE raised_on LIKE :month) AS opened,
  count(*) FILTER (WHERE step IN ('settle', 'not-founded') AND closed_on LIKE :month) AS settled,
  count(*) FILTER (WHERE NOT closed) AS open,
  count(*) FILTER (WHERE NOT closed AND late) AS tooLate`;

const DAYS = `days IS NOT NULL AND step IN ('settle', 'not-founded') AND closed_on LIKE :month`;

/** The numerator and the denominator of every figure of a scorecard. */
const FIGURES = {
  reported: ['reported', 'due'],
  onTime: ['onTime', 'due'],
  late: ['late', 'due'],
  notDue: ['notDue', 'due'],
  missing: ['missing', 'due'],
  met: ['held', 'reportedOrSilent'],
  attendance: ['present', 'required'],
  attendanceCells: ['baseMet', 'baseOrSilent'],
  // Đề án 06 asks for the rate alone.
  attendanceRate: ['baseMet', 'base'],
  nobodyUnexcused: ['reasoned', 'base'],
  lateArrivals: ['cameLate', 'lateOf'],
  lateUnknown: ['lateUnsaid', 'held'],
  notesTaken: ['noted', 'notesSaid'],
  notesUnknown: ['notesUnsaid', 'held'],
  halfSpoke: ['halfSpoke', 'spokeSaid'],
  speakersUnknown: ['spokeUnsaid', 'held'],
  concrete: ['concrete', 'concreteSaid'],
  concreteUnknown: ['concreteUnsaid', 'resolved'],
  sameFocus: ['focusSame', 'focusSaid'],
  focusUnknown: ['focusUnsaid', 'held'],
  resolution: ['resolved', 'heldOrSilent'],
  preparation: ['prepared', 'heldOrSilent'],
  duration: ['longEnough', 'heldOrSilent'],
  thematic: ['thematic', 'reported'],
  thematicQuarter: ['quarter', 'reportedOrSilent'],
  themesHeld: ['themed', 'planned_themes'],
  score: ['share', 'scoredParts'],
  scoreGap: ['gap', 'reviewedParts'],
  gradeGood: ['good', 'scored'],
  gradeFair: ['fair', 'scored'],
  gradeAverage: ['average', 'scored'],
  gradePoor: ['poor', 'scored'],
  ungraded: ['ungraded', 'held'],
  groupVisits: ['visited', 'reported'],
  communeAttended: ['attended', 'reported'],
  tasksDone: ['done', 'followed'],
  tasksOverdue: ['overdue', 'followed'],
  matters: ['matters', 'reported'],
  visitsDone: ['visits', 'planned'],
  cellsCovered: ['covered', 'coverable'],
  inCharge: ['charged', 'listed'],
  chargeOriented: ['oriented', 'orientedKnown'],
  chargeAttended: ['attendedInCharge', 'attendedKnown'],
  tasksSet: ['tasksSet', 'reported'],
  bypass: ['overHeads', 'overSaid'],
  bypassUnknown: ['overUnsaid', 'matters'],
  mattersOpened: ['opened', 'due'],
  mattersSettled: ['settled', 'due'],
  mattersOverdue: ['tooLate', 'open'],
} as const;

/** In minutes since midnight. */
const startOf = (time: string | undefined) =>
  time === undefined ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const communeOf = (unit: string) => unit.split('.').slice(0, 2).join('.');

/** The reports of a district in a database of their own, to be asked for the figures of the cells that `where` names. */
export function recompute({ directory, reports, besides, thematicBefore, subjectsBefore, now }: RandomDistrict) {
  const db = new DatabaseSync(':memory:');
  const prepared = new Map<string, StatementSync>();
  /** Each question is asked of many units, and preparing takes longer than answering. */
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  db.exec(TABLES);
  const addCell = db.prepare('INSERT INTO cell VALUES (?, ?, ?)');
  for (const { id } of directory.cells) {
    addCell.run(id, id.slice(0, id.lastIndexOf('.')), thematicBefore.get(id) ?? 0);
  }
  const addReport = db.prepare(`INSERT INTO report VALUES (${Array(31).fill('?').join(', ')})`);
  const addFollowUp = db.prepare('INSERT INTO follow_up VALUES (?, ?, ?, ?, ?)');
  for (const { report, receivedAt, assignedTasks } of reports) {
    const { cell, kind, date, present, fullMembers, probationaryMembers, exempt, followUps, reviewed, official } =
      report;
    for (const { task, status } of followUps) addFollowUp.run(cell, date, kind, task ?? null, status);
    addReport.run(
      ...[cell, kind, date, receivedAt, report.durationMinutes, startOf(report.startTime), fullMembers, present],
      fullMembers + probationaryMembers - exempt,
      ...[report.unexcused, report.speakers ?? null, report.committeeMet ?? null, report.oriented ?? null],
      ...[report.papersSent ?? null, report.stepsFollowed ?? null, report.previousReviewed ?? null],
      ...[report.minutesKept ?? null, report.resolution, report.attendedBy ?? null],
      ...[report.late ?? null, report.notesTaken ?? null, report.targetsSet ?? null, assignedTasks ?? null],
      ...[report.tasks.some(({ due }) => due) ? 1 : 0, report.focusSubjects ? report.focusSubjects.join(' ') : null],
      ...[report.tasks.length, report.matters.length],
      ...[report.points['discussion'] ?? null, reviewed?.['discussion']?.points ?? null],
      ...[official?.['discussion']?.points ?? null, reviewed || official ? 1 : 0],
    );
  }
  const addConcern = db.prepare('INSERT INTO concern VALUES (?, ?, ?, ?)');
  for (const { report } of reports) {
    for (const { topic, bypass } of report.matters) {
      addConcern.run(report.cell, communeOf(report.cell), topic, bypass ?? null);
    }
  }
  const addResult = db.prepare('INSERT INTO result VALUES (?, ?, ?, round(? * 10))');
  for (const { report } of reports) {
    for (const { unit, quantity } of report.results ?? []) {
      addResult.run(report.cell, communeOf(report.cell), unit, quantity);
    }
  }
  const addClassed = db.prepare('INSERT INTO classed VALUES (?, ?, ?)');
  for (const [cell, months] of subjectsBefore) {
    for (const [at, said] of months.entries()) if (said) addClassed.run(cell, at + 1, said.join(' '));
  }
  const addEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { id, unit, events } of besides.matters) {
    const commune = communeOf(unit);
    for (const [n, event] of events.entries()) {
      const said = 'said' in event ? [event.said.topic, event.said.severity] : [null, null];
      addEvent.run(...[id, unit, commune, n, event.kind, event.at], ...said);
    }
  }
  const addGroup = db.prepare('INSERT INTO group_commune VALUES (?)');
  for (const commune of directory.groups.flatMap(({ communes }) => communes)) addGroup.run(commune);
  const addVisit = db.prepare('INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?)');
  for (const { id, unit, revision, at, state } of besides.visits) {
    addVisit.run(id, unit, communeOf(unit), revision, at, state);
  }
  const addList = db.prepare('INSERT INTO list VALUES (?, ?, ?, ?)');
  for (const { commune, revision, at, charges } of besides.lists) {
    addList.run(commune, revision, at, JSON.stringify(charges));
  }
  const addRecord = db.prepare('INSERT INTO record VALUES (?, ?, ?, ?)');
  for (const { commune, revision, at, cells } of besides.records) {
    addRecord.run(commune, revision, at, JSON.stringify(cells));
  }
  const addPlan = db.prepare('INSERT INTO plan VALUES (?, ?, ?, ?)');
  for (const { cell, revision, at, quarters } of besides.plans) {
    addPlan.run(cell, revision, at, JSON.stringify(quarters));
  }
  db.exec(`CREATE VIEW seen AS SELECT * FROM event WHERE at <= '${endOfMonth(month)}'`);
  const ends = { month: `${month}%`, last: dayAt(endOfMonth(month)) };
  return {
    /** The figures of the cells, and of the matters, that `where` names. */
    figures(where: string, parameters: Record<string, string> = {}): Counts {
      const row = {
        ...prepare(SUMS + where).get({ due, closing, now, ...parameters }),
        ...prepare(`SELECT ${MATTER_SUMS} FROM (${MATTERS}) WHERE ${where}`).get({ ...ends, ...parameters }),
        ...prepare(`SELECT ${CONCERN_SUMS} FROM (SELECT *, 1 AS is_cell FROM concern) WHERE ${where}`).get(parameters),
        ...prepare(`SELECT ${VISIT_SUMS} FROM last_visit WHERE ${where}`).get(parameters),
        ...prepare(`SELECT ${CHARGE_SUMS} FROM (${CHARGES}) WHERE ${where}`).get(parameters),
        ...prepare(`SELECT count(*) AS planned_themes, sum(themed) AS themed FROM (${THEMES}) WHERE ${where}`).get(
          parameters,
        ),
        ...prepare(`SELECT count(*) AS coverable, sum(covered) AS covered FROM (${COVERAGE}) WHERE ${where}`).get(
          parameters,
        ),
      } as Record<string, number | null>;
      return Object.fromEntries(
        Object.entries(FIGURES).map(([id, [numerator, denominator]]) => [
          id,
          [row[numerator] ?? 0, row[denominator] ?? 0],
        ]),
      );
    },
    /** What the cells that `where` names report to have brought about, by unit: how much, in how many results. */
    results(where: string, parameters: Record<string, string> = {}): Record<string, readonly [number, number]> {
      const sql = `SELECT unit, sum(tenths) / 10.0 AS quantity, count(*) AS results FROM result WHERE ${where} GROUP BY unit`;
      const rows = prepare(sql).all(parameters);
      return Object.fromEntries(
        rows.map((row) => [`${row['unit']}`, [Number(row['quantity']), Number(row['results'])]]),
      );
    },
    /** How many concerns reports raised, by topic. */
    raised(): Record<string, number> {
      const rows = db.prepare('SELECT topic, count(*) AS raised FROM concern GROUP BY topic ORDER BY topic').all();
      return Object.fromEntries(rows.map(({ topic, raised }) => [String(topic), Number(raised)]));
    },
    /** Of each figure with a target whether all cells at the worst are at it, or not all at the best; else it is open. */
    verdicts(where: string, parameters: Record<string, string> = {}): Record<string, string | null> {
      const row = prepare(VERDICT_SUMS + where).get({ due, now, open: now > closing ? 0 : 1, ...parameters }) as Record<
        string,
        number
      >;
      const { unknown = 0, present = 0, required = 0 } = row;
      const told = (reached: boolean) => (reached ? 'met' : 'missed');
      const attendance = unknown > 0 ? 'open' : !required ? null : told(present * 100 >= required * 85);
      const ofCells = Object.entries(VERDICTS).map(([id, [worst, best, of]]) => {
        if (!row[of]) return [id, null] as const;
        return [
          id,
          row[worst] === row[best] ? told(row[worst] === row[of]) : row[best] === row[of] ? 'open' : 'missed',
        ];
      });
      return { ...Object.fromEntries(ofCells), attendance };
    },
    /** What became of the district's matters by topic, each settled one with the days it took. */
    topics(): Record<string, { counts: readonly number[]; days: readonly number[] }> {
      const lines = db
        .prepare(`SELECT topic, ${MATTER_SUMS} FROM (${MATTERS}) GROUP BY topic HAVING opened + settled + open > 0`)
        .all(ends) as { topic: string; opened: number; settled: number; open: number; tooLate: number }[];
      const days = db.prepare(`SELECT days FROM (${MATTERS}) WHERE topic = :topic AND ${DAYS} ORDER BY days`);
      return Object.fromEntries(
        lines.map(({ topic, opened, settled, open, tooLate }) => [
          topic,
          {
            counts: [opened, settled, open, tooLate],
            days: days.all({ month: ends.month, last: ends.last, topic }).map((row) => Number(row['days'])),
          },
        ]),
      );
    },
  };
}
