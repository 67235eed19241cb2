import { beforeAll, describe, expect, it } from 'vitest';
import type { Judgement } from '#shared/judging/judgement.ts';
import type { Grade } from '#shared/norms/regimes.ts';
import { parseReceipt } from '#shared/reports/receipt.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction, Scorecard } from '#shared/scorecards/scorecard.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { turnQueues } from '#test/system/system.ts';
import { admin, hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';
import { readXlsx } from '#test/system/xlsx.ts';

const cell = 'hiep-hoa.thanh-van.thanh-binh';
const id = `${cell}_${today}_regular`;

type Added = Readonly<Record<IndicatorId, readonly [numerator: number, denominator: number]>>;

/** What this one regular meeting adds to each figure, by hand; its score and grade are those of its own page. */
function added({ total, grade }: Pick<Judgement, 'total' | 'grade'>, followedUp: number): Added {
  const graded = (each: Grade) => [each === grade ? 1 : 0, grade ? 1 : 0] as const;
  return {
    reported: [1, 0],
    onTime: [1, 0],
    late: [0, 0],
    notDue: [-1, 0],
    missing: [0, 0],
    met: [1, 1],
    attendance: [17, 20],
    attendanceCells: [0, 1],
    attendanceRate: [0, 1],
    nobodyUnexcused: [0, 1],
    lateArrivals: [1, 17],
    lateUnknown: [0, 1],
    notesTaken: [1, 1],
    notesUnknown: [0, 1],
    // Six of seventeen.
    halfSpoke: [0, 1],
    speakersUnknown: [0, 1],
    concrete: [1, 1],
    concreteUnknown: [0, 1],
    sameFocus: [0, 0],
    focusUnknown: [1, 1],
    resolution: [1, 1],
    preparation: [1, 1],
    duration: [1, 1],
    thematic: [0, 1],
    thematicQuarter: [0, 1],
    themesHeld: [0, 0],
    score: grade ? [Math.round((total.points * 10000) / total.reachable), 100] : [0, 0],
    scoreGap: [0, 0],
    gradeGood: graded('good'),
    gradeFair: graded('fair'),
    gradeAverage: graded('average'),
    gradePoor: graded('poor'),
    ungraded: [grade ? 0 : 1, 1],
    groupVisits: [0, 1],
    communeAttended: [1, 1],
    visitsDone: [0, 0],
    cellsCovered: [0, 0],
    inCharge: [0, 0],
    // Its commune has said who is in charge of it, and the report says that a member came.
    chargeOriented: [1, 1],
    chargeAttended: [1, 1],
    tasksSet: [1, 1],
    tasksDone: [followedUp, followedUp],
    tasksOverdue: [0, followedUp],
    matters: [1, 1],
    bypass: [0, 0],
    bypassUnknown: [1, 1],
    mattersOpened: [1, 0],
    mattersSettled: [0, 0],
    mattersOverdue: [0, 1],
  };
}

describe('the main job, without scripts', () => {
  let commune: Visitor;
  let district: Visitor;
  let receiptPage: Seen;
  let followUps: Readonly<Record<string, string>> = {};
  let before: { commune: Scorecard; district: Scorecard };

  const scorecards = async () => ({
    commune: (await commune.json(`/scorecards/hiep-hoa.thanh-van/${thisMonth}.json`)) as Scorecard,
    district: (await district.json(`/scorecards/hiep-hoa/${thisMonth}.json`)) as Scorecard,
  });

  beforeAll(async () => {
    commune = await Visitor.signedIn('thanh-van');
    district = await Visitor.signedIn('district');
    // What other files asked of the queue in this very minute is forgotten by then, so that it takes what is asked here.
    await turnQueues(5 * 60);
    await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
    before = await scorecards();
  });

  it('shows the commune its cells, none of which has reported this month', async () => {
    const board = await commune.get('/');
    expect(board.status).toBe(200);
    expect(board.text).toContain('Thanh Bình');
    expect(board.text).toContain(`href="/reports/new?cell=${cell}&amp;month=${thisMonth}"`);
  });

  it('takes the form as it was shown and answers with a receipt number', async () => {
    const form = await commune.get(`/reports/new?cell=${cell}&month=${thisMonth}`);
    expect(form.status).toBe(200);
    const hidden = hiddenFields(form.text, '/reports');
    // Tasks of earlier months come up by themselves.
    for (const name of Object.keys(hidden).filter((each) => /^followUps.*task$/.test(each))) {
      followUps = { ...followUps, [name]: hidden[name] ?? '', [name.replace('.task', '.status')]: 'done' };
    }
    receiptPage = await commune.post('/reports', { ...hidden, ...meeting(cell), ...followUps });
    expect(receiptPage.status).toBe(200);
    expect(receiptPage.text).toContain('Báo cáo đã được lưu');
    const number = /\b\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(receiptPage.text)?.[0] ?? '';
    expect(parseReceipt(number)?.month).toBe(thisMonth);
    const checked = await commune.get(`/receipts?number=${number.toLowerCase()}`);
    expect(checked.text).toContain('Nội dung này đang được lưu');
  });

  it('shows the report on the board, with its state', async () => {
    const board = (await commune.json(`/months/${thisMonth}`)) as { cells: { cell: { id: string }; state: string }[] };
    expect(board.cells.find((row) => row.cell.id === cell)?.state).toBe('submitted');
    expect(board.cells.filter((row) => row.state !== 'missing')).toHaveLength(1);
  });

  it('answers the same report sent again with the stored one, and writes nothing', async () => {
    const again = await commune.post('/reports', {
      ...meeting(cell),
      ...followUps,
      csrf: await commune.csrf(),
      baseRevision: '0',
    });
    expect(again.text).toContain('không ghi thêm lần nữa');
    const { revisions } = (await commune.json(`/reports/${id}`)) as { revisions: unknown[] };
    expect(revisions).toHaveLength(1);
  });

  it('shows the report in the live scorecards without anybody asking for it, within 90 seconds', async () => {
    const reported = (scorecard: Scorecard) => figureOf(scorecard, 'reported').numerator;
    await turnQueues(65);
    await expect.poll(async () => reported((await scorecards()).district)).toBe(reported(before.district) + 1);
  });

  it('moves the numbers of commune and district by exactly this report', async () => {
    await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
    const after = await scorecards();
    const { judgement } = (await commune.json(`/reports/${id}`)) as { judgement: Judgement };
    for (const unit of ['commune', 'district'] as const) {
      for (const [figure, [numerator, denominator]] of Object.entries(
        added(judgement, Object.keys(followUps).length / 2),
      )) {
        const was = figureOf(before[unit], figure);
        expect(figureOf(after[unit], figure), `${unit} ${figure}`).toEqual({
          numerator: was.numerator + numerator,
          denominator: was.denominator + denominator,
        });
      }
    }
    const row = after.district.children.find((child) => child.unit === 'hiep-hoa.thanh-van');
    expect(row?.indicators).toMatchObject(after.commune.indicators.map(({ id, numerator }) => ({ id, numerator })));
  });

  it('shows the same numbers in page, CSV and XLSX', async () => {
    const { commune: own } = await scorecards();
    const attendance = figureOf(own, 'attendance');
    expect(attendance).toEqual({ numerator: 17, denominator: 20 });

    const page = await commune.get(`/scorecards/hiep-hoa.thanh-van/${thisMonth}`);
    expect(page.text).toContain('17/20');
    expect(page.text).toContain('85%');

    const csv = await commune.get(`/scorecards/hiep-hoa.thanh-van/${thisMonth}.csv`);
    expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', ...lines] = csv.text.split('\r\n');
    const columns = head.replace('\uFEFF', '').split(';');
    const line = lines.find((each) => each.startsWith(cell) && each.includes(';attendance;'))?.split(';') ?? [];
    const valueIn = (column: string) => line[columns.indexOf(column)];
    expect([valueIn('numerator'), valueIn('denominator'), valueIn('value')]).toEqual(['17', '20', '85']);

    const xlsx = await commune.get(`/scorecards/hiep-hoa.thanh-van/${thisMonth}.xlsx`);
    expect(xlsx.headers.get('content-disposition')).toContain(`bang-diem_hiep-hoa.thanh-van_${thisMonth}.xlsx`);
    expect(await readXlsx(xlsx.bytes)).toContainEqual(expect.arrayContaining([17, 20]));
    const pdf = await commune.get(`/scorecards/hiep-hoa.thanh-van/${thisMonth}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
  });

  it('closes a month, and counting it again gives the same', async () => {
    const said = await admin('verify', '--scorecard', `hiep-hoa/${closedMonth()}`);
    expect(said).toContain('the same');
  });
});

function figureOf(scorecard: Scorecard, id: string): Fraction {
  const found = scorecard.indicators.find((each) => each.id === id);
  if (!found) throw new Error(`${scorecard.unit} has no figure ${id}`);
  return { numerator: found.numerator, denominator: found.denominator };
}

/** Two months ago: closed whatever the day. */
function closedMonth(): string {
  const [year, month] = thisMonth.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 3, 1)).toISOString().slice(0, 7);
}
