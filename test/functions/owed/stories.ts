import { rollUp } from '#functions/rollup/roll-up.ts';
import type { Day, Month } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { themeField } from '#shared/themes/thematic-plan.ts';
import { themeCodes } from '#shared/themes/themes.ts';
import { type Fault, Faults } from '#test/functions/owed/faults.ts';
import type { Sent, World } from '#test/functions/owed/world.ts';
import { aReport } from '#test/shared/samples.ts';
import { meeting } from '#test/system/meeting.ts';

/** Something that is done, on what stood before. */
export interface Story {
  readonly before?: (world: World) => Promise<unknown>;
  /** Does it; whoever does it may do it again. */
  readonly act: (world: World, faults?: Faults) => Promise<void>;
  /** The month whose figures follow; by default the open one. */
  readonly month?: Month;
  /** How many entries of the audit it leaves; by default one. */
  readonly entries?: number;
  /** Its figures follow in the night: it asks for no roll-up. */
  readonly nightly?: true;
}

export const OPEN = '2026-11' as Month;
/** Three months back: no night plans it. */
const OLD = '2026-08' as Month;
const EARLIER = `${OPEN}-19`;
const TODAY = `${OPEN}-20`;

const typedDay = (day: string) => day.split('-').reverse().join('/');
const meetingOn = (cell: string, day: string, changes: Readonly<Record<string, string>> = {}) =>
  meeting(cell, { date: typedDay(day), 'tasks[0].due': typedDay(day), ...changes });
const idOn = (world: World, day: string) => `${world.cell}_${day}_regular` as const;

const sending =
  (sent: (world: World) => Sent): Story['act'] =>
  (world, faults) =>
    world.send(sent(world), faults);

/** Stores a report with a concern of that day. */
async function reported(world: World, day: string): Promise<void> {
  const { reports, matters } = world.sound;
  const rows = [{ topic: 'DD', summary: 'Tranh chấp', severity: 'medium' }] as const;
  const made = { by: world.officer, at: `${day}T12:00:00.000Z` };
  const report = aReport({ cell: world.cell, date: day as Day, matters: rows });
  await reports.append({ state: 'submitted', report, ...made }, 0);
  await matters.raise({ source: idOn(world, day), rows, ...made });
}

const close = (world: World, month: Month) =>
  rollUp({ district: world.district, month, official: true }, world.sound.stores, world.now());

const review = (action: 'return' | 'confirm'): Story => ({
  before: (world) => reported(world, EARLIER),
  act: sending((world) => ({
    by: world.board,
    path: `/reports/${idOn(world, EARLIER)}`,
    fields: { action, baseRevision: '1', reason: 'Xem lại' },
  })),
});

/** What the promise is about: each request is made to fail in every way, and it is done again or not. */
export const stories: Readonly<Record<string, Story>> = {
  'a submission': { act: sending(sentSubmission) },
  'an amendment of a month three back': {
    month: OLD,
    before: async (world) => {
      await reported(world, `${OLD}-20`);
      await close(world, OLD);
    },
    act: sending((world) => ({
      by: world.board,
      path: `/reports/${idOn(world, `${OLD}-20`)}`,
      fields: {
        ...meetingOn(world.cell, `${OLD}-20`, { present: '15', excused: '4', 'matters[0].summary': 'Tranh chấp ngõ' }),
        ...{ action: 'amend', baseRevision: '1', reason: 'Đếm lại' },
      },
    })),
  },
  'a return': review('return'),
  'a confirmation': review('confirm'),
  'a confirmation of many': {
    before: (world) => reported(world, EARLIER),
    act: sending((world) => ({
      by: world.board,
      path: `/reviews?month=${EARLIER.slice(0, 7)}`,
      fields: { action: 'confirm', reason: 'Đã xem', [`tick.${idOn(world, EARLIER)}`]: '1' },
    })),
  },
  'a matter’s step': {
    before: (world) => reported(world, EARLIER),
    act: sending((world) => ({
      by: world.officer,
      path: `/matters/${idOn(world, EARLIER)}_1`,
      fields: { step: 'settle', answer: 'Đã hòa giải', seen: '1' },
    })),
  },
  'a visit’s report': {
    act: sending((world) => ({
      by: world.group,
      path: '/visits',
      fields: {
        ...{ action: 'report', baseRevision: '0', unit: world.cell, date: typedDay(TODAY), member: 'Trưởng ban' },
        ...{ seen: 'Đủ các bước', advice: 'Gửi tài liệu sớm hơn', 'points.guiding': '2' },
        ...{ 'matters[0].topic': 'XDCB', 'matters[0].summary': 'Nhà đa năng xuống cấp', 'matters[0].severity': 'low' },
      },
    })),
  },
  'a closing': {
    month: OLD,
    entries: 0,
    before: (world) => reported(world, `${OLD}-20`),
    act: async (world, faults) => {
      await world.follow({ district: world.district, month: OLD, official: true }, faults);
    },
  },
  'settling what a process left that ended after it had stored': {
    before: (world) => world.send(sentSubmission(world), new Faults('ended', STORED)).catch(() => undefined),
    act: (world, faults) => world.settle(faults),
  },
};

/** The request of a submission after which it is stored: its text was, one before. */
const STORED = 9;

function sentSubmission(world: World): Sent {
  const fields = { ...meetingOn(world.cell, TODAY), baseRevision: '0', month: OPEN };
  return { by: world.officer, path: '/reports', fields };
}

const form = (by: 'board' | 'officer', pathOf: (world: World) => string, fieldsOf: (world: World) => Sent['fields']) =>
  sending((world) => ({ by: world[by], path: pathOf(world), fields: fieldsOf(world) }));

/** All other forms that change something: the same machinery, of which some ways to fail are tried. */
export const others: Readonly<Record<string, Story>> = {
  'a grid': {
    act: form(
      'officer',
      () => `/months/${OPEN}/grid`,
      ({ cell }) => {
        const { date, ...rest } = meetingOn(cell, TODAY);
        const plain = Object.entries(rest).filter(([name]) => !/\[|^kind$|Text$|^focus$/.test(name));
        return {
          commonDate: date ?? '',
          ...Object.fromEntries(plain.map(([name, value]) => [`rows[0].${name}`, value])),
        };
      },
    ),
  },
  'a list of officers': {
    act: form(
      'officer',
      () => '/officers',
      () => ({ action: 'assign', baseRevision: '0', members: 'Bí thư' }),
    ),
  },
  'a plan of themes': {
    act: form(
      'officer',
      () => '/themes',
      ({ cell }) => ({ [themeField(cell, '4', 'theme')]: themeCodes[0] ?? '' }),
    ),
  },
  'a cell’s targets': {
    nightly: true,
    act: form(
      'officer',
      () => '/targets',
      ({ cell }) => ({
        ...{ cell, year: OPEN.slice(0, 4), baseRevision: '0' },
        ...{ 'targets[0].what': 'Đường thôn', 'targets[0].unit': 'road', 'targets[0].quantity': '600' },
      }),
    ),
  },
  'a list of groups': {
    nightly: true,
    act: form(
      'board',
      () => '/groups',
      () => ({ action: 'members', baseRevision: '1', number: '1', head: 'Phó Bí thư' }),
    ),
  },
  'an orientation': {
    nightly: true,
    act: form(
      'board',
      () => `/guidance?month=${OPEN}`,
      () => ({ baseRevision: '0', audience: 'all', text: 'Chủ đề' }),
    ),
  },
  'a piece of the library': {
    nightly: true,
    act: form(
      'board',
      () => '/library',
      () => ({ title: 'Viết nghị quyết', subject: 'SH', content: 'Có việc, có người, có ngày' }),
    ),
  },
  'a training': {
    nightly: true,
    act: form(
      'board',
      () => '/trainings',
      () => ({ subject: 'Ra nghị quyết', heldOn: typedDay(TODAY), trainer: 'Trung tâm Chính trị', places: '40' }),
    ),
  },
  'opening a month again': {
    nightly: true,
    month: OLD,
    before: (world) => close(world, OLD),
    act: form(
      'board',
      ({ district }) => `/scorecards/${district}/${OLD}/reopen`,
      () => ({ baseRevision: '0', reason: 'Sót' }),
    ),
  },
  'asking to amend a closed month': {
    nightly: true,
    month: OLD,
    before: async (world) => {
      await reported(world, `${OLD}-20`);
      await close(world, OLD);
    },
    act: form(
      'officer',
      (world) => `/reports/${idOn(world, `${OLD}-20`)}`,
      () => ({ action: 'ask', reason: 'Đếm lại' }),
    ),
  },
  'refusing what was asked': {
    nightly: true,
    month: OLD,
    before: async (world) => {
      await reported(world, `${OLD}-20`);
      await close(world, OLD);
      const ask = { id: idOn(world, `${OLD}-20`) as ReportId, number: 1, by: world.officer, reason: 'Đếm lại' };
      await world.sound.asks.ask({ ...ask, at: `${OLD}-28T12:00:00.000Z` });
    },
    act: form(
      'board',
      (world) => `/reports/${idOn(world, `${OLD}-20`)}`,
      () => ({ action: 'refuse', ask: '1', reason: 'Số liệu đúng' }),
    ),
  },
  'asking for a removal': {
    nightly: true,
    before: (world) => reported(world, EARLIER),
    act: form(
      'board',
      (world) => `/reports/${idOn(world, EARLIER)}/purge`,
      () => ({ step: 'asked', why: 'personal' }),
    ),
  },
};

/** Whether a request changes something. */
const isWrite = (request: string) => /^(Put|Update|Delete|Send)/.test(request);

/** The ways in which a request can fail: whether a lost answer matters depends on what it did. */
export function faultsAt(request: string): readonly Fault[] {
  if (!isWrite(request)) return ['refused'];
  return ['refused', 'unanswered', 'ended', request === 'SendMessage' ? 'vanished' : 'retried'];
}
