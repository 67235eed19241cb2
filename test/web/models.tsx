import type { VNode } from 'preact';
import { demoGuidance } from '#infra/demo/guidance.ts';
import { district } from '#infra/demo/units.ts';
import type { Role } from '#shared/access/routes.ts';
import { problemCodes } from '#shared/access/texts/problems.ts';
import { fileFaults } from '#shared/guidance/file-content.ts';
import { type GuidanceRevision, openedBy, readersOf } from '#shared/guidance/guidance.ts';
import type { GuidanceFile } from '#shared/guidance/guidance-file.ts';
import { type ErrorCode, errorCodes, type FieldError, type Typed } from '#shared/input/typed.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { scoresOf } from '#shared/judging/scores.ts';
import type { Lang } from '#shared/language/lang.ts';
import { backlogOf } from '#shared/matters/backlog.ts';
import { matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { stepsOn } from '#shared/matters/matter-steps.ts';
import { dueDayOf } from '#shared/matters/matter-term.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { heldField, typedOfficerRecord } from '#shared/officers/officer-record.ts';
import { officerMonthOf, typedOfficers } from '#shared/officers/officers.ts';
import { addMonths, monthsBetween, periodsAround, shiftPeriod } from '#shared/period.ts';
import { typedGrid } from '#shared/reports/grid.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { Matter, Report, Revision } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { changesBetween } from '#shared/scorecards/compare.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { themesToCome } from '#shared/themes/thematic-plan.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { groupMonthOf } from '#shared/visits/group-month.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { typedVisit } from '#shared/visits/typed-visit.ts';
import { type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';
import { aReport, day } from '#test/shared/samples.ts';
import { administrationModels } from '#test/web/administration-models.tsx';
import { board, cell, commune, communeCells, directory, month, revisionsOf, scorecards } from '#test/web/demo-month.ts';
import { group, groupModels } from '#test/web/group-models.tsx';
import { plans, themeModels } from '#test/web/theme-models.tsx';
import { AccountPage } from '#web/access/account-page.tsx';
import { CodePage } from '#web/access/code-page.tsx';
import { ForgottenPage } from '#web/access/forgotten-page.tsx';
import { NewPasswordPage } from '#web/access/new-password-page.tsx';
import { RecoverPage } from '#web/access/recover-page.tsx';
import { SendOnPage } from '#web/access/send-on-page.tsx';
import { SignInPage } from '#web/access/sign-in-page.tsx';
import type { PageContext } from '#web/context.ts';
import { CheckFilePage } from '#web/guidance/check-file-page.tsx';
import { GuidancePage } from '#web/guidance/guidance-page.tsx';
import { UploadPage } from '#web/guidance/upload-page.tsx';
import { MatterPage } from '#web/matters/matter-page.tsx';
import { MattersPage } from '#web/matters/matters-page.tsx';
import { OfficersPage } from '#web/officers/officers-page.tsx';
import { ProblemPage } from '#web/problem-page.tsx';
import { UnsubscribePage } from '#web/reminders/unsubscribe-page.tsx';
import { BoardPage } from '#web/reports/board-page.tsx';
import { GridPage } from '#web/reports/grid-page.tsx';
import { MergePage } from '#web/reports/merge-page.tsx';
import { ReceiptPage } from '#web/reports/receipt-page.tsx';
import { ReportFormPage } from '#web/reports/report-form-page.tsx';
import { ReportPage } from '#web/reports/report-page.tsx';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';
import { TrendPage } from '#web/scorecards/trend-page.tsx';
import { VisitFormPage } from '#web/visits/visit-form-page.tsx';
import { VisitPage } from '#web/visits/visit-page.tsx';
import { VisitsPage } from '#web/visits/visits-page.tsx';

export function contextOf(lang: Lang, role?: Role, unit: Unit = commune): PageContext {
  const session = role && { user: unit.id.slice(9) || unit.id, role, unitName: fullName(unit), unit: unit.id };
  return {
    lang,
    path: '/months/2025-11?unit=hiep-hoa',
    generated: true,
    ...(session && { session: role === 'group' ? { ...session, group: 3 } : session, csrf: '0123456789abcdef' }),
    script: '/assets/form-DqYpFXzR.js',
  };
}

/** A report in which every question is answered, with three rows in each list. */
export const fullReport: Report = aReport({
  cell: cell.id,
  date: day('2025-11-03'),
  startTime: '07:30',
  present: 18,
  excused: 1,
  unexcused: 1,
  late: 2,
  speakers: 7,
  selfCriticism: 'yes',
  notesTaken: 'no',
  focus: 'Làm đường bê tông ngõ xóm; thu gom rác thải',
  resolutionText:
    'Vận động hiến đất, đóng góp ngày công; mỗi xóm một điểm tập kết rác.\nGiao chi ủy theo dõi hằng tuần.',
  targetsMet: 3,
  tasks: [
    { what: 'Lập danh sách hộ hiến đất mở rộng ngõ', who: 'Trưởng thôn', due: day('2025-12-02') },
    { what: 'Tổ chức dọn vệ sinh đường làng ngày chủ nhật', who: 'Chi hội Phụ nữ', due: day('2025-12-02') },
    { what: 'Huy động nhân lực nạo vét kênh nội đồng' },
  ],
  followUps: [
    { task: 'Phát phiếu đăng ký gia đình văn hóa', status: 'done' },
    { task: 'Hoàn thiện hồ sơ quần chúng ưu tú', status: 'doing' },
    { task: 'Lập bảng phân công đảng viên phụ trách hộ', status: 'overdue' },
  ],
  matters: [
    {
      topic: 'DD',
      summary: 'Một số hộ chưa được cấp giấy chứng nhận quyền sử dụng đất sau dồn điền đổi thửa',
      severity: 'high',
      proposal: 'Đề nghị Ủy ban nhân dân xã trả lời tại hội nghị tiếp xúc cử tri',
    },
    { topic: 'MT', summary: 'Rác thải tồn đọng ở cuối thôn', severity: 'medium' },
  ],
  attendedBy: 'both',
  points: { content: 2.5, regularContent: 8, guiding: 3.5, published: 1 },
  deductionNote: 'Trừ điểm phát biểu vì ít đảng viên trẻ tham gia thảo luận',
});

const officer = { user: 'thanh-van', role: 'commune', unit: commune.id } as const;
const reviewer = { user: 'district', role: 'district', unit: district.id } as const;
const submitted = revise(undefined, {
  state: 'submitted',
  report: fullReport,
  by: officer,
  at: '2025-11-04T02:10:00.000Z',
  filledAt: '2025-11-03T14:00:00.000Z',
});
const returned = revise(submitted, {
  state: 'returned',
  report: fullReport,
  by: reviewer,
  at: '2025-11-05T02:10:00.000Z',
  reason: 'Đề nghị bổ sung biên bản và kiểm tra lại số đảng viên vắng mặt.',
});
const amended = revise(returned, {
  state: 'submitted',
  report: { ...fullReport, present: 19, unexcused: 0, tasks: fullReport.tasks.slice(0, 1) },
  by: officer,
  at: '2025-11-06T02:10:00.000Z',
});

const raisedBy = { by: officer, at: '2025-11-04T02:10:00.000Z' } as const;
const [landMatter, refuseMatter] = fullReport.matters as [Matter, Matter];
const openMatter = matterOf(`${cell.id}_2025-11-03_regular_1`, [{ kind: 'raised', said: landMatter, ...raisedBy }]);
const settledMatter = matterOf(`${cell.id}_2025-11-03_regular_2`, [
  { kind: 'raised', said: refuseMatter, ...raisedBy },
  { kind: 'take', ...raisedBy },
  { kind: 'pass-up', answer: 'Vượt thẩm quyền của xã', ...raisedBy },
  {
    kind: 'settle',
    answer: 'Đã bố trí điểm tập kết rác cuối thôn từ 20/11',
    by: reviewer,
    at: '2025-11-20T02:10:00.000Z',
  },
]);
const namingMatter = matterOf(`${cell.id}_2025-11-03_regular_3`, [
  { kind: 'raised', said: { topic: 'DD', summary: 'Hộ ông Hùng lấn ngõ', severity: 'low' }, ...raisedBy },
  { kind: 'merge', into: openMatter.id, ...raisedBy },
]);

/** A matter's page as somebody with these steps sees it. */
function matterPage(
  context: PageContext,
  matter: TrackedMatter,
  changes: Partial<Parameters<typeof MatterPage>[0]> = {},
) {
  return (
    <MatterPage
      context={context}
      matter={matter}
      unitName={fullName(cell)}
      communeName={fullName(commune)}
      due={dueDayOf(matter)}
      overdue={false}
      steps={[]}
      earlier={[]}
      typed={{}}
      errors={[]}
      done={false}
      stale={false}
      {...changes}
    />
  );
}

/** A list of matters as long as a page of it. */
const matterRows = Array.from({ length: 25 }, (_, at) => ({
  matter:
    at % 2 === 0
      ? openMatter
      : matterOf(`${cell.id}_2025-11-03_regular_${at + 2}`, [
          { kind: 'raised', said: { ...landMatter, summary: `${landMatter.summary} (${at})` }, ...raisedBy },
        ]),
  unitName: fullName(communeCells[at] ?? cell),
  communeName: fullName(commune),
  due: day('2025-11-11'),
  overdue: at < 9,
})).map((row, at) => ({ ...row, matter: { ...row.matter, id: `${cell.id}_2025-11-03_regular_${at + 1}` } }));

const guided = `/guidance?month=${month}&type=thon`;
const setting = {
  guidance: guided,
  cell: { id: cell.id, name: fullName(cell), communeName: fullName(commune) },
  month,
  regime: requireRegime(month),
  lastMonth: {
    tasks: fullReport.followUps.map(({ task: what }, repeated) => ({
      what,
      who: 'Trưởng thôn',
      due: day('2025-10-20'),
      since: addMonths(month, -1),
      repeated,
      state: 'open' as const,
    })),
  },
  matters: [settledMatter, openMatter],
};
const params = { max: 20, step: 0.5, month: '11/2025', name: 'extra', present: 21, required: 20, sum: 21 };

/** Mistakes that only other forms know. */
const ofOtherForms: ReadonlySet<ErrorCode> = new Set(['oriented-after-meeting', 'month-over']);
const ownErrors = errorCodes.filter((code) => !ofOtherForms.has(code));

/** The form in which every mistake it knows has been made, at a field of its own where that is possible. */
export const allErrors: readonly FieldError[] = ownErrors.map((code, at) => ({
  field:
    [
      'date',
      'kind',
      'startTime',
      'durationMinutes',
      'present',
      'committeeMet',
      'resolution',
      'resolutionText',
      'tasks[0].due',
      'followUps[1].status',
      'matters[0].topic',
      'matters[0].severity',
      'points.regularContent',
      'attendedBy',
      'tasks[19].what',
      'extra',
    ][at] ?? 'speakers',
  code,
  params,
}));

const visit: VisitRevision = {
  id: visitIdOf({ unit: cell.id, date: day('2025-11-03'), group: 3 }),
  group: 3,
  unit: cell.id,
  date: day('2025-11-03'),
  meeting: 'cell',
  member: 'Phó Trưởng ban Dân vận Huyện ủy',
  state: 'done',
  report: {
    seen: 'Đủ trình tự các bước; thảo luận đúng nội dung trọng tâm.',
    advice: 'Gửi tài liệu sớm hơn để đảng viên nghiên cứu trước.',
    adviceKept: 'partly',
    lastAdvice: 'Đã khắc phục một phần.',
    points: { content: 2.5, guiding: 2, published: 1 },
    matters: fullReport.matters,
  },
  revision: 2,
  by: { user: 'group3', role: 'group', unit: district.id },
  at: '2025-11-04T02:10:00.000Z',
};
const { report: _, ...plannedVisit } = { ...visit, state: 'planned', revision: 1 } as const;
const visitedUnits = [commune, ...communeCells].map((each) => ({
  id: each.id,
  name: fullName(each),
  level: each.level,
}));

/** A visit's page as somebody with no rights to it sees it. */
function visitPage(context: PageContext, shown: VisitRevision, changes: Partial<Parameters<typeof VisitPage>[0]> = {}) {
  return (
    <VisitPage
      context={context}
      visit={shown}
      unitName={fullName(cell)}
      gaps={scoreDifferences(shown, fullReport)}
      matters={[]}
      mayReport={false}
      mayDrop={false}
      just={false}
      typed={{}}
      errors={[]}
      {...changes}
    />
  );
}

/** A working group's page; the visits of a full month. */
function visitsPage(context: PageContext, changes: Partial<Parameters<typeof VisitsPage>[0]> = {}) {
  const today = day('2025-11-20');
  const visits = communeCells.slice(0, 20).map((each, at) => ({
    visit: {
      ...(at < 12 ? visit : plannedVisit),
      id: visitIdOf({ unit: each.id, date: today, group: 3 }),
      unit: each.id,
    },
    unitName: fullName(each),
  }));
  const rows = groupMonthOf({
    group,
    month,
    communes: [commune],
    cells: communeCells,
    visits: visits.map((row) => row.visit),
    today,
  }).communes;
  return (
    <VisitsPage
      context={context}
      group={group}
      month={month}
      groups={[]}
      communes={rows.map((row) => ({ ...row, figures: ofCommune.indicators }))}
      visits={visits}
      units={visitedUnits}
      today={today}
      mayPlan={true}
      typed={{}}
      errors={[]}
      {...changes}
    />
  );
}

const charges = {
  members: Array.from({ length: 15 }, (_, n) => `Ủy viên Ban Chấp hành Đảng bộ số ${n + 1}`),
  charges: Object.fromEntries(
    communeCells.slice(0, 20).map(({ id }, at) => [id, `Ủy viên Ban Chấp hành Đảng bộ số ${(at % 12) + 1}`]),
  ),
};

/** What the commune has recorded of every other cell. */
const held = {
  cells: Object.fromEntries(
    communeCells
      .filter((_, at) => at % 2 === 0)
      .map(({ id }) => [id, { orientedOn: day('2025-11-01'), attendedOn: day('2025-11-03') }]),
  ),
};

/** Who is in charge of which cell of the largest commune. */
function officersPage(context: PageContext, changes: Partial<Parameters<typeof OfficersPage>[0]> = {}) {
  const reports = communeCells.flatMap((each) => revisionsOf(each)).map(({ report }) => report);
  return (
    <OfficersPage
      context={context}
      unit={{ id: commune.id, name: fullName(commune) }}
      month={month}
      communes={[{ commune, charge: officerMonthOf(charges, communeCells, reports, held) }]}
      cells={communeCells}
      errors={[]}
      stale={false}
      done={false}
      {...changes}
    />
  );
}

const guidance = demoGuidance([month], '2025-12-31T00:00:00.000Z');

/** What the district has published, opened by some. */
function guidancePage(
  context: PageContext,
  {
    done = false,
    ...changes
  }: { readonly done?: boolean; readonly typed?: Typed; readonly stale?: true } & {
    readonly errors?: readonly FieldError[];
  } = {},
) {
  const [first] = guidance as [GuidanceRevision];
  const { audience, revision } = first;
  const openings = [{ month, audience, revision, unit: commune.id, at: '2025-11-02T01:30:00.000Z' }];
  const opened = guidance.map((each) => openedBy(each, openings, directory));
  const publishing = {
    opened,
    audience,
    typed: { text: first.text },
    baseRevision: revision,
    errors: [],
    stale: false,
  };
  return (
    <GuidancePage
      context={context}
      month={month}
      guidance={guidance}
      files={guidanceFiles.map((file) => ({ file, readers: readersOf(file.audience, openings, directory) }))}
      publishing={{ ...publishing, ...changes }}
      done={done}
    />
  );
}

const guidanceFiles: readonly GuidanceFile[] = [
  {
    id: `${month}_all_abcdefghijklmnop`,
    month,
    audience: 'all',
    name: 'Hướng dẫn nội dung sinh hoạt chi bộ tháng 11.pdf',
    type: 'pdf',
    bytes: 1_300_000,
    by: reviewer,
    at: '2025-11-01T02:10:00.000Z',
  },
];

/** As S3's own tools make it. */
export const uploadForm = {
  url: 'https://documents.s3.ap-southeast-1.amazonaws.com/',
  fields: {
    success_action_redirect: 'https://so-chi-bo.example/guidance/files/sent',
    bucket: 'documents',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    key: `incoming/hiep-hoa/${month}_all_abcdefghijklmnop/\${filename}`,
    Policy: 'eyJleHBpcmF0aW9uIjoiMjAyNS0xMS0wMVQwMzo0MDowMFoifQ==',
    'X-Amz-Signature': 'f'.repeat(64),
  },
};

/** The form of a visit's report. */
function visitForm(context: PageContext, changes: Partial<Parameters<typeof VisitFormPage>[0]> = {}) {
  return (
    <VisitFormPage
      context={context}
      units={visitedUnits}
      members={[]}
      regime={requireRegime(month)}
      typed={{}}
      errors={[]}
      baseRevision={0}
      stale={false}
      {...changes}
    />
  );
}

/** A report's page as a reader with these rights sees it. */
export function reportPage(context: PageContext, revision: Revision, history: readonly Revision[], rights = true) {
  const may = { amend: rights, return: rights, confirm: rights };
  return (
    <ReportPage
      context={context}
      revision={revision}
      history={history}
      regime={requireRegime(month)}
      judgement={judgeMeeting(revision.report, requireRegime(month))}
      scores={scoresOf(revision.report, requireRegime(month), 'none')}
      visits={[{ id: visit.id, gaps: scoreDifferences(visit, revision.report) }]}
      receipt={receiptOf(revision)}
      cellName={fullName(cell)}
      communeName={fullName(commune)}
      month={month}
      late={false}
      may={may}
    />
  );
}

/** The form of a new or a stored report. */
export function formPage(context: PageContext, changes: Partial<Parameters<typeof ReportFormPage>[0]> = {}) {
  return (
    <ReportFormPage
      context={context}
      action="/reports"
      typed={{}}
      errors={[]}
      baseRevision={0}
      amends={false}
      {...setting}
      {...changes}
    />
  );
}

/** The page on which two versions meet. */
export function mergePage(context: PageContext, mine: Report, theirs: Revision) {
  return (
    <MergePage
      context={context}
      action={`/reports/${theirs.id}`}
      mine={toTyped(mine)}
      theirs={theirs}
      theirsTyped={toTyped(theirs.report)}
      {...setting}
    />
  );
}

const before = scorecards(addMonths(month, -1));
const [ofDistrict, ofCommune] = scorecards(month, before).filter(({ unit }) =>
  [district.id, commune.id].includes(unit),
) as [Scorecard, Scorecard];
/** A month in which nothing could be counted. */
const nothing: Scorecard = {
  ...ofCommune,
  status: 'live',
  revision: 0,
  indicators: ofCommune.indicators.map((each) => ({ ...each, denominator: 0, numerator: 0, value: null, met: null })),
  children: [],
  belowNorm: [],
};

/** Two years of the district, one of its months without a scorecard. */
const span = { from: addMonths(month, -23), to: month };
const years = monthsBetween(span.from, span.to)
  .filter((_, at) => at !== 7)
  .map((each, at) => ({ ...(at % 3 === 0 ? (before[0] as Scorecard) : ofDistrict), month: each }));
const unit = { id: district.id, name: fullName(district) };

/** Every page by a name, full and empty. One list feeds every test of the pages. */
export function models(lang: Lang): Readonly<Record<string, VNode>> {
  const outside = contextOf(lang);
  const inCell = contextOf(lang, 'cell', cell);
  const inCommune = contextOf(lang, 'commune');
  const inGroup = contextOf(lang, 'group', district);
  const inDistrict = contextOf(lang, 'district', district);
  const months = { previousMonth: addMonths(month, -1), nextMonth: addMonths(month, 1) };
  const around = { previous: addMonths(month, -1), next: addMonths(month, 1), newestRevision: 1 };
  const typed = toTyped(fullReport);
  const minimal = revise(undefined, { ...submitted, report: aReport({ cell: cell.id, date: day('2025-11-03') }) });
  const demo = communeCells.flatMap((each) => revisionsOf(each))[0] as Revision;
  return {
    'sign-in': <SignInPage context={outside} />,
    'sign-in-wrong': <SignInPage context={outside} user="thanh-van" problem="wrong-credentials" next="/receipts" />,
    'sign-in-wait': <SignInPage context={outside} user="thanh-van" problem={{ minutes: 4 }} />,
    'sign-in-carried': (
      <SignInPage
        context={outside}
        problem="expired"
        carried={{ path: '/reports', body: new URLSearchParams({ ...typed }).toString() }}
      />
    ),
    code: <CodePage context={outside} user="district" challenge="abc" next="/receipts" />,
    'code-wrong': <CodePage context={outside} user="district" challenge="abc" wrong />,
    'code-set-up': (
      <CodePage
        context={outside}
        user="district"
        setUp={{ pending: 'abc', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }}
        carried={{ path: '/reports', body: 'present=17' }}
      />
    ),
    account: (
      <AccountPage
        context={inCommune}
        sessions={[
          { startedAt: '2025-11-24T01:10:00.000Z', seenAt: '2025-11-24T02:40:00.000Z' },
          { startedAt: '2025-11-24T02:00:00.000Z', seenAt: '2025-11-24T02:45:00.000Z' },
        ]}
        mail="on"
      />
    ),
    'account-without-mail': <AccountPage context={inCommune} sessions={[]} mail="off" />,
    unsubscribe: (
      <UnsubscribePage context={outside} token="abc" users={['thanh-van', 'thanh-van.thanh-binh']} mail="on" />
    ),
    unsubscribed: <UnsubscribePage context={outside} token="abc" users={['thanh-van']} mail="off" done />,
    'unsubscribe-expired': <UnsubscribePage context={outside} users={[]} mail="on" />,
    'send-on': <SendOnPage context={inDistrict} action={guided} typed={{ audience: 'all', text: 'Một\nHai' }} />,
    'new-password': <NewPasswordPage context={outside} user="thanh-van" challenge="abc" />,
    'new-password-refused': (
      <NewPasswordPage context={outside} user="thanh-van" challenge="abc" problem="policy" next="/receipts" />
    ),
    'new-password-mismatch': <NewPasswordPage context={outside} user="thanh-van" challenge="abc" problem="mismatch" />,
    'sign-in-changed': <SignInPage context={outside} changed />,
    forgotten: <ForgottenPage context={outside} />,
    'forgotten-blank': <ForgottenPage context={outside} problem="no-name" />,
    'forgotten-wait': <ForgottenPage context={outside} user="thanh-van" problem={{ minutes: 4 }} />,
    recover: <RecoverPage context={outside} user="thanh-van" />,
    'recover-policy': <RecoverPage context={outside} user="thanh-van" code="123456" problem="policy" />,
    'recover-mismatch': <RecoverPage context={outside} user="thanh-van" code="123456" problem="mismatch" />,
    'recover-wrong-code': <RecoverPage context={outside} user="thanh-van" code="12" problem="wrong-code" />,
    'recover-wait': <RecoverPage context={outside} user="thanh-van" code="12" problem={{ minutes: 2 }} />,
    'board-commune': <BoardPage context={inCommune} board={board(commune, communeCells)} {...months} />,
    grid: (
      <GridPage
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        month={month}
        cells={communeCells.map((each) => ({ id: each.id, name: fullName(each) }))}
        typed={typedGrid(
          communeCells.map(({ id }) => ({ cell: id, typed: { fullMembers: '23', exempt: '2', away: '1' } })),
        )}
        errors={[]}
      />
    ),
    'grid-wrong': (
      <GridPage
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        month={month}
        cells={communeCells.slice(0, 2).map((each) => ({ id: each.id, name: fullName(each) }))}
        typed={typedGrid([
          { cell: cell.id, typed: { present: 'mười bảy', date: '31/02/2026' } },
          { cell: cell.id, typed: {} },
        ])}
        errors={[
          { field: 'rows[0].present', code: 'not-a-count' },
          { field: 'rows[0].date', code: 'not-a-day' },
        ]}
        saved={[{ id: 'a.b.c_2025-11-03_regular', name: fullName(cell), receipt: '2511-KY3D-10BR' }]}
      />
    ),
    'board-planned': (
      <BoardPage
        context={inCommune}
        board={board(commune, communeCells)}
        themes={themesToCome(plans.values(), [], month)}
      />
    ),
    'board-cell': <BoardPage context={inCell} board={board(cell, [cell])} {...months} />,
    'board-district': <BoardPage context={inDistrict} board={board(district)} {...months} />,
    'board-group': <BoardPage context={inGroup} board={board(district)} />,
    'board-guided': <BoardPage context={inCommune} board={board(commune, communeCells)} guidance={guided} />,
    'guidance-none': <GuidancePage context={inCell} month={month} guidance={[]} files={[]} done={false} {...months} />,
    guidance: (
      <GuidancePage
        context={inCommune}
        month={month}
        guidance={guidance}
        files={guidanceFiles.map((file) => ({ file }))}
        done={false}
        {...months}
      />
    ),
    upload: <UploadPage context={inDistrict} month={month} audience="thon" form={uploadForm} />,
    ...Object.fromEntries(
      ([...fileFaults, 'gone'] as const).map((fault) => [
        `upload-${fault}`,
        <UploadPage key={fault} context={inDistrict} month={month} audience="all" form={uploadForm} fault={fault} />,
      ]),
    ),
    'check-file': (
      <CheckFilePage
        context={inDistrict}
        month={month}
        audience="all"
        sentKey="incoming/hiep-hoa/2025-11_all_abcdefghijklmnop/Mẫu.pdf"
        file={{ name: 'Mẫu.pdf', type: 'pdf', bytes: 1_300_000 }}
      />
    ),
    'guidance-district': guidancePage(inDistrict),
    'guidance-done': guidancePage(inDistrict, { done: true }),
    'guidance-wrong': guidancePage(inDistrict, {
      typed: { text: '' },
      errors: [
        { field: 'text', code: 'required' },
        { field: 'audience', code: 'not-a-choice' },
      ],
    }),
    'guidance-stale': guidancePage(inDistrict, { typed: { text: 'Bàn giải pháp <mới> & "cụ thể"' }, stale: true }),
    'board-waiting': (
      <BoardPage
        context={inCommune}
        board={board(commune, communeCells)}
        {...months}
        duties={[
          {
            kind: 'reports',
            unit: commune.id,
            month,
            count: 3,
            due: day('2025-12-05'),
            closing: day('2025-12-10'),
            late: true,
          },
          { kind: 'visits', month, count: 1, since: day('2025-11-20') },
          { kind: 'matters', unit: commune.id, count: 2, since: day('2025-11-12') },
        ]}
      />
    ),
    'board-closed': <BoardPage context={inCommune} board={board(commune, communeCells, '2026-01-01T00:00:00.000Z')} />,
    'board-empty': <BoardPage context={inCommune} board={board(commune, [])} />,
    'form-blank': formPage(inCommune),
    'form-thematic': formPage(inCommune, {
      typed: { kind: 'thematic' },
      planned: { theme: 'MT', title: 'Thu gom rác' },
    }),
    'form-bare': formPage(inCommune, {
      typed: { present: '18 người' },
      cell: { id: cell.id, name: cell.id, communeName: '' },
      lastMonth: { tasks: [] },
      unavailable: true,
    }),
    'form-wrong': formPage(inCommune, { typed, errors: allErrors }),
    'form-amend': formPage(inCell, { typed, baseRevision: 3, amends: true, action: `/reports/${submitted.id}` }),
    merge: mergePage(inCommune, fullReport, amended),
    'merge-same': mergePage(inCommune, fullReport, returned),
    'report-just-sent': (
      <ReportPage {...reportPage(inCommune, submitted, [submitted]).props} just="stored" late={false} />
    ),
    'report-returned': reportPage(inCell, returned, [submitted, returned], false),
    'report-amended': reportPage(inDistrict, amended, [submitted, returned, amended]),
    'report-minimal': reportPage(inGroup, minimal, [minimal], false),
    'report-demo': reportPage(inCommune, demo, [demo]),
    'report-reason-lacks': (
      <ReportPage
        {...reportPage(inDistrict, submitted, [submitted]).props}
        typed={{ action: 'return', reason: ' ', 'review.guiding': '9', 'reviewReason.guiding': 'Chưa sát' }}
        errors={[
          { field: 'reason', code: 'required' },
          { field: 'review.guiding', code: 'not-points', params },
        ]}
        late={true}
      />
    ),
    receipt: <ReceiptPage context={inCommune} />,
    'receipt-unknown': <ReceiptPage context={inCommune} number="2511-0000-0000" />,
    'receipt-current': (
      <ReceiptPage
        context={inCommune}
        number={receiptOf(amended)}
        found={{ revision: amended, newest: 3, cellName: fullName(cell) }}
      />
    ),
    'receipt-superseded': (
      <ReceiptPage
        context={inCommune}
        number={receiptOf(submitted)}
        found={{ revision: submitted, newest: 3, cellName: fullName(cell) }}
      />
    ),
    'matters-district': (
      <MattersPage
        context={inDistrict}
        unit={{ id: district.id, name: fullName(district) }}
        backlog={backlogOf(
          matterRows.map(({ matter }) => matter),
          '2025-11-20T02:10:00.000Z',
        )}
        matters={matterRows}
        closed={false}
        page={2}
        more={true}
      />
    ),
    'matters-closed': (
      <MattersPage
        context={inCommune}
        unit={{ id: commune.id, name: fullName(commune) }}
        backlog={[]}
        matters={[
          { matter: settledMatter, unitName: fullName(cell), communeName: '', due: day('2025-11-19'), overdue: false },
        ]}
        closed={true}
        topic="MT"
        page={1}
        more={false}
      />
    ),
    'matters-none': (
      <MattersPage
        context={inCell}
        unit={{ id: cell.id, name: fullName(cell) }}
        backlog={[]}
        matters={[]}
        closed={false}
        page={1}
        more={false}
      />
    ),
    'matter-open': matterPage(inCommune, openMatter, {
      steps: stepsOn(openMatter, 'commune'),
      overdue: true,
      done: true,
    }),
    'matter-settled': matterPage(inCell, settledMatter),
    'matter-merged': matterPage(inDistrict, namingMatter),
    'matter-wrong': matterPage(inDistrict, openMatter, {
      steps: stepsOn(openMatter, 'district'),
      earlier: [settledMatter],
      typed: { step: 'merge', answer: '', into: settledMatter.id },
      errors: [
        { field: 'step', code: 'required' },
        { field: 'answer', code: 'required' },
        { field: 'into', code: 'not-a-choice' },
      ],
      stale: true,
    }),
    'officers-commune': officersPage(inCommune, {
      done: true,
      previousMonth: addMonths(month, -1),
      assigning: { members: charges.members, baseRevision: 2, typed: typedOfficers(charges) },
      recording: { baseRevision: 1, typed: typedOfficerRecord(held) },
    }),
    'officers-wrong': officersPage(inCommune, {
      assigning: { members: [], baseRevision: 0, typed: {} },
      recording: { baseRevision: 0, typed: { [heldField(cell.id, 'orientedOn')]: 'mai' } },
      errors: [
        { field: 'members', code: 'required' },
        { field: heldField(cell.id, 'orientedOn'), code: 'not-a-day' },
      ],
      stale: true,
    }),
    'officers-district': officersPage(inDistrict, {
      unit: { id: district.id, name: fullName(district) },
      communes: Array.from({ length: 25 }, (_, n) => ({
        commune: { ...commune, id: `${district.id}.xa-${n}` },
        charge: officerMonthOf(n > 0 ? charges : undefined, communeCells, []),
      })),
    }),
    ...groupModels(inDistrict, inCommune),
    ...themeModels({ inDistrict, inCommune, inCell }),
    'visits-group': visitsPage(inGroup, { previousMonth: addMonths(month, -1) }),
    'visits-wrong': visitsPage(inGroup, {
      typed: { unit: cell.id, date: '31/02/2026', member: 'Ủy viên' },
      errors: [
        { field: 'date', code: 'not-a-day' },
        { field: 'unit', code: 'not-a-choice' },
      ],
    }),
    'visits-empty': visitsPage(inDistrict, {
      groups: Array.from({ length: 9 }, (_, n) => ({ ...group, number: n + 1, name: `Tổ công tác số ${n + 1}` })),
      communes: [],
      visits: [],
      mayPlan: false,
    }),
    'visit-done': visitPage(inCell, visit, {
      matters: [openMatter, settledMatter],
      cellReport: submitted.id,
      just: true,
      mayReport: true,
    }),
    'visit-planned': visitPage(inGroup, plannedVisit, {
      mayReport: true,
      mayDrop: true,
      typed: { reason: ' ' },
      errors: [{ field: 'reason', code: 'required' }],
    }),
    'visit-dropped': visitPage(inDistrict, { ...plannedVisit, state: 'dropped', reason: 'Cuộc họp hoãn', revision: 2 }),
    'visit-form': visitForm(inGroup),
    'visit-form-planned': visitForm(inGroup, {
      members: group.members,
      typed: typedVisit(plannedVisit),
      planned: plannedVisit.id,
    }),
    'visit-moved': visitPage(inDistrict, { ...plannedVisit, state: 'dropped', movedTo: visit.id, revision: 2 }),
    'visit-form-wrong': visitForm(inGroup, {
      typed: typedVisit(visit),
      lastAdvice: 'Giao nhiệm vụ cần rõ người, rõ việc, rõ thời hạn.',
      errors: [
        { field: 'seen', code: 'required' },
        { field: 'matters[0].topic', code: 'unknown-topic' },
        { field: 'points.guiding', code: 'not-points', params },
        { field: 'extra', code: 'unknown-field', params },
      ],
      stale: true,
    }),
    'scorecard-district': <ScorecardPage context={inDistrict} scorecard={ofDistrict} {...around} />,
    'scorecard-commune': <ScorecardPage context={inCommune} scorecard={ofCommune} />,
    'scorecard-amended': (
      <ScorecardPage
        context={inCommune}
        scorecard={{ ...ofCommune, revision: 2 }}
        newestRevision={3}
        successors={{
          [commune.id]: [{ unit: 'hiep-hoa.dong-tien', name: 'xã Đồng Tiến' }],
          [cell.id]: [
            { unit: `${commune.id}.binh-van`, name: 'Chi bộ thôn Bình Vân' },
            { unit: `${commune.id}.binh-an`, name: 'Chi bộ thôn Bình An' },
          ],
        }}
        changes={changesBetween(before.find(({ unit }) => unit === commune.id) as Scorecard, ofCommune)}
      />
    ),
    'scorecard-live': (
      <ScorecardPage
        context={inCommune}
        scorecard={{ ...ofCommune, status: 'live', revision: 0 }}
        closing="2025-12-10T16:59:59.999Z"
        comparison={{ typed: '02/2020' }}
      />
    ),
    'scorecard-district-year': (
      <ScorecardPage
        context={inDistrict}
        scorecard={mergeMonths(periodsAround(month)[3], [before[0] as Scorecard, ofDistrict]) as Scorecard}
        comparison={{ typed: '2024', with: shiftPeriod(periodsAround(month)[3], -1) }}
      />
    ),
    'scorecard-empty': <ScorecardPage context={inGroup} scorecard={nothing} />,
    ...administrationModels(inDistrict),
    'scorecard-district-sorted': (
      <ScorecardPage
        context={inDistrict}
        scorecard={ofDistrict}
        arrangement={{ sort: 'attendance', order: 'desc', only: 'any' }}
      />
    ),
    trend: <TrendPage context={inDistrict} unit={unit} span={span} trend={trendOf(span, years)} />,
    'trend-empty': <TrendPage context={inDistrict} unit={unit} span={span} />,
    'trend-wrong': (
      <TrendPage
        context={inDistrict}
        unit={unit}
        span={span}
        typed={{ from: 'tháng hai', to: '13/2021' }}
        errors={[
          { field: 'from', code: 'not-a-month' },
          { field: 'to', code: 'not-a-span', params: { max: 60 } },
        ]}
      />
    ),
    ...Object.fromEntries(
      problemCodes.map((code) => [`problem-${code}`, <ProblemPage context={outside} status={404} code={code} />]),
    ),
  };
}
