import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import type { OfficerMonth } from '#shared/officers/officers.ts';
import { addMonths } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { ScriptedBrowser } from '#test/system/scripted-browser.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { admin, PASSWORD, Visitor } from '#test/system/visitor.ts';

type Hands = TextBrowser | ScriptedBrowser;

const nextMonth = addMonths(thisMonth, 1);
const member = 'Phó Trưởng ban Dân vận';

describe('a month in the life of a district, without scripts', () => {
  aMonthOf('yen-dung', () => Promise.resolve(new TextBrowser()));
});

describe.runIf(hasBrowser)('a month in the life of a district, with scripts', () => {
  let chromium: Browser;
  beforeAll(async () => {
    chromium = await startChromium();
  });
  afterAll(() => chromium.close());
  aMonthOf('luc-nam', () => ScriptedBrowser.start(chromium));
});

/** The tests of the month, one after another, by the hands that `begin` starts with. */
function aMonthOf(district: string, begin: () => Promise<Hands>): void {
  const commune = `${district}.tan-lieu`;
  const cell = `${commune}.lieu-nam`;
  const silent = `${commune}.lieu-bac`;

  /** Somebody's browser, signed in. */
  async function signIn(user: string): Promise<Hands> {
    const hands: Hands = await begin();
    await hands.open('/login');
    await hands.type('user', user);
    await hands.type('password', PASSWORD);
    await hands.press('Đăng nhập');
    await sees(hands, 'Đăng xuất');
    return hands;
  }

  const sees = (hands: Hands, ...texts: readonly string[]) =>
    expect
      .poll(async () => {
        const page = await hands.read();
        return texts.filter((text) => !page.includes(text));
      })
      .toEqual([]);

  async function fillIn(hands: Hands, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await hands.type(name, value);
  }

  beforeAll(async () => {
    await enterDistrict(
      `id;level;kind;name;type;from;to;group
${district};district;huyện;Yên Dũng;;2019-03;;
${commune};commune;xã;Tân Liễu;;2019-03;;1
${cell};cell;Chi bộ thôn;Liễu Nam;thon;2019-03;;
${silent};cell;Chi bộ thôn;Liễu Bắc;thon;2019-03;;
`,
      [
        { user: district, role: 'district', unit: district },
        { user: `${district}-1`, role: 'group', unit: district, group: 1 },
        { user: commune, role: 'commune', unit: commune },
      ],
    );
  });

  it('the board publishes what the month is about', async () => {
    const board = await signIn(district);
    await board.open(`/guidance?month=${thisMonth}`);
    await board.type('text', 'Bàn giải phóng mặt bằng đường liên xã');
    await board.press('Ban hành');
    await sees(board, 'Đã ban hành định hướng');
  });

  it('a working group plans to attend', async () => {
    const group = await signIn(`${district}-1`);
    await group.open('/visits');
    await fillIn(group, { unit: cell, date: formatDay(today), member });
    await group.press('Đưa vào kế hoạch');
    await sees(group, 'đến hạn báo cáo');
  });

  it('the commune puts a committee member in charge, who orients the cell’s committee', async () => {
    const officer = await signIn(commune);
    await officer.open(`/officers?unit=${commune}`);
    await officer.type('members', 'Bí thư Đảng ủy\nTrưởng Công an');
    await officer.press('Lưu phân công');
    await sees(officer, 'Đã lưu phân công');
    await officer.type(`charge.${cell}`, 'Bí thư Đảng ủy');
    await officer.press('Lưu phân công');
    await sees(officer, 'Đã phân công 1/2 chi bộ; cấp ủy viên chưa phụ trách chi bộ nào: 1.');
    await officer.type(`held.${cell}.orientedOn`, formatDay(today));
    await officer.press('Lưu ghi nhận');
    await sees(officer, 'Đã lưu');
  });

  it('the cell meets, and the commune reports it with two concerns and three tasks', async () => {
    const officer = await signIn(commune);
    await officer.open(`/reports/new?cell=${cell}&month=${thisMonth}`);
    await sees(officer, 'Định hướng nội dung sinh hoạt của huyện');
    const { cell: _cell, ...typed } = meeting(cell, { attendedBy: 'both' });
    const rows = {
      'tasks[1].what': 'Vận động hộ còn lại',
      'tasks[2].what': 'Bàn giao mặt bằng',
      'matters[1].topic': 'MT',
      'matters[1].summary': 'Nước thải chảy ra mương chung',
      'matters[1].severity': 'high',
    };
    for (const [name, button] of [
      ['tasks[2].what', 'Thêm nhiệm vụ'],
      ['matters[1].topic', 'Thêm vấn đề'],
    ] as const) {
      if (!(await officer.has(name))) await officer.press(button);
      await expect.poll(() => officer.has(name)).toBe(true);
    }
    await fillIn(officer, { ...typed, ...rows, 'points.guiding': '4' });
    await officer.press('Gửi báo cáo');
    await sees(officer, 'Báo cáo đã được lưu');
    await officer.open(`/officers?unit=${commune}`);
    await officer.type(`held.${cell}.attendedOn`, formatDay(today));
    await officer.press('Lưu ghi nhận');
    await sees(officer, 'Đã lưu');
    const { communes } = (await (await Visitor.signedIn(commune)).json(`/officers?unit=${commune}`)) as {
      communes: { charge: OfficerMonth }[];
    };
    expect(communes[0]?.charge.cells).toMatchObject([
      { cell: { id: silent } },
      { cell: { id: cell }, oriented: true, orientedOn: today, attended: true, attendedOn: today },
    ]);
  });

  it('the group reports its visit, and does not agree with the cell’s own score', async () => {
    const group = await signIn(`${district}-1`);
    await group.open('/visits');
    await group.follow('Báo cáo buổi dự sinh hoạt', 'Liễu Nam');
    await fillIn(group, { seen: 'Chủ trì ít gợi mở', advice: 'Nêu câu hỏi trước', 'points.guiding': '2' });
    await group.press('Gửi báo cáo');
    await sees(group, 'Đã lưu', 'chi bộ tự chấm 4, tổ công tác 2');
  });

  it('the commune passes both concerns up; the district settles one and passes up the other', async () => {
    const officer = await signIn(commune);
    for (const concern of ['Tranh chấp ranh giới ngõ đi chung', 'Nước thải chảy ra mương chung']) {
      await officer.open('/matters');
      await officer.follow(concern);
      await fillIn(officer, { step: 'pass-up', answer: 'Vượt thẩm quyền của xã' });
      await officer.press('Ghi nhận');
      await sees(officer, 'Huyện ủy');
    }
    const board = await signIn(district);
    for (const [concern, step, answer] of [
      ['Tranh chấp ranh giới ngõ đi chung', 'settle', 'Đã đo đạc, cắm mốc ngõ'],
      ['Nước thải chảy ra mương chung', 'pass-up', 'Chuyển Sở Nông nghiệp và Môi trường'],
    ] as const) {
      await board.open('/matters');
      await board.follow(concern);
      await fillIn(board, { step, answer });
      await board.press('Ghi nhận');
      await sees(board, answer);
    }
  });

  it('next month’s form brings the tasks back, and what became of the concerns', async () => {
    const officer = await signIn(commune);
    await officer.open(`/reports/new?cell=${cell}&month=${nextMonth}`);
    await sees(
      officer,
      'Lập danh sách hộ hiến đất',
      'Vận động hộ còn lại',
      'Bàn giao mặt bằng',
      'Đã đo đạc, cắm mốc ngõ',
      'Chuyển Sở Nông nghiệp và Môi trường',
    );
  });

  it('is counted with every figure as this month went, and is not official before it has closed', async () => {
    const rollUp = (month: string, ...more: string[]) =>
      admin('rollup', '--district', district, '--month', month, ...more);
    await expect(rollUp(thisMonth, '--official')).rejects.toThrow(`${thisMonth} is open until`);
    await rollUp(thisMonth);
    const board = await Visitor.signedIn(district);
    const scorecard = (await board.json(`/scorecards/${district}/${thisMonth}.json`)) as Scorecard;
    expect(scorecard).toMatchObject({ status: 'live', revision: 0 });
    const figures = scorecard.indicators.map(({ id, numerator, denominator }) => [id, `${numerator}/${denominator}`]);
    expect(Object.fromEntries(figures)).toEqual({
      // One of two cells has reported, in time, a meeting by the book: 17 of 20 there, which is below 90%.
      reported: '1/2',
      onTime: '1/2',
      late: '0/2',
      notDue: '1/2',
      missing: '0/2',
      met: '1/1',
      attendance: '17/20',
      attendanceCells: '0/1',
      attendanceRate: '0/1',
      nobodyUnexcused: '0/1',
      lateArrivals: '1/17',
      lateUnknown: '0/1',
      notesTaken: '1/1',
      notesUnknown: '0/1',
      halfSpoke: '0/1',
      speakersUnknown: '0/1',
      concrete: '1/1',
      concreteUnknown: '0/1',
      // Nothing was ticked.
      sameFocus: '0/0',
      focusUnknown: '1/1',
      resolution: '1/1',
      preparation: '1/1',
      duration: '1/1',
      thematic: '0/1',
      thematicQuarter: '0/1',
      themesHeld: '0/0',
      // Its sheet has too little for a grade.
      score: '0/0',
      // Nobody confirmed it with other points.
      scoreGap: '0/0',
      gradeGood: '0/0',
      gradeFair: '0/0',
      gradeAverage: '0/0',
      gradePoor: '0/0',
      ungraded: '1/1',
      groupVisits: '1/1',
      communeAttended: '1/1',
      visitsDone: '1/1',
      cellsCovered: '1/2',
      inCharge: '1/2',
      chargeOriented: '1/1',
      chargeAttended: '1/1',
      tasksSet: '3/1',
      // Its first month: no earlier task to follow up.
      tasksDone: '0/0',
      tasksOverdue: '0/0',
      matters: '2/1',
      bypass: '0/0',
      bypassUnknown: '2/2',
      mattersOpened: '2/2',
      mattersSettled: '1/2',
      mattersOverdue: '0/1',
    } satisfies Record<IndicatorId, string>);
    const closed = addMonths(thisMonth, -2);
    await rollUp(closed, '--official');
    expect(await admin('verify', '--scorecard', `${district}/${closed}`)).toContain('the same');
  });
}
