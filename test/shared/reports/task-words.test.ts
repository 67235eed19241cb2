import { describe, expect, it } from 'vitest';
import { offeredFollowUps } from '#shared/reports/offered-follow-ups.ts';
import { type FollowUp, type Report, reportIdOf, type Task } from '#shared/reports/report.ts';
import { type TaskId, taskIdOf } from '#shared/reports/task-id.ts';
import { saidAt, type TaskWord } from '#shared/reports/task-word.ts';
import { tasksOf, tasksToFollowUp } from '#shared/reports/tasks.ts';
import { aReport, day } from '#test/shared/samples.ts';

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const report = (date: string, tasks: Task[], followUps: FollowUp[] = []) =>
  aReport({ date: day(date), tasks, followUps } as Partial<Report>);
const given = report('2021-01-03', [{ what: 'Dọn kênh', who: 'Trưởng thôn', due: day('2021-02-02') }]);
const id = taskIdOf(reportIdOf(given), 1);
const word = (at: string, said: Partial<TaskWord>, revision = 1): TaskWord => ({
  ...{ task: id, revision, cell: given.cell, kind: 'doing', by, at: `${at}:00.000Z` },
  ...said,
});
const follow = (date: string, status: FollowUp['status'], task: string = id) =>
  report(date, [], [{ task, status, reason: 'x' }]);
const only = (reports: Parameters<typeof tasksOf>[0], words: readonly TaskWord[]) => tasksOf(reports, { words })[0];

describe('a report’s follow-ups were said', () => {
  it.each([
    { date: '2021-02-03', receivedAt: undefined, says: '2021-02-03T16:59:59.999Z' },
    { date: '2021-02-03', receivedAt: '2021-02-05T02:00:00.000Z', says: '2021-02-03T16:59:59.999Z' }, // on its day
    { date: '2021-02-03', receivedAt: '2021-02-03T09:00:00.000Z', says: '2021-02-03T09:00:00.000Z' }, // before it came
  ])('of $date, come $receivedAt: $says', ({ date, receivedAt, says }) => {
    expect(saidAt({ date: day(date), ...(receivedAt && { receivedAt }) })).toBe(says);
  });
});

describe('the latest word on a task counts', () => {
  const february = follow('2021-02-03', 'doing');
  it.each([
    ['after the meeting', '2021-02-04T01:00', 'done'],
    ['on the evening before', '2021-02-02T15:00', 'open'],
    ['on the day of a meeting whose report came later', '2021-02-03T02:00', 'open'],
  ])('of somebody %s', (_, at, state) => {
    expect(only([given, february], [word(at, { kind: 'done' })])?.state).toBe(state);
  });

  it('of somebody on the same day, after the report came', () => {
    const came = { ...february, receivedAt: '2021-02-03T03:00:00.000Z' };
    expect(only([given, came], [word('2021-02-03T04:00', { kind: 'done' })])?.state).toBe('done');
    expect(only([given, came], [word('2021-02-03T02:00', { kind: 'done' })])?.state).toBe('open');
  });

  it('of a meeting that opens again what was called done', () => {
    const task = only([given, follow('2021-03-03', 'doing')], [word('2021-02-10T02:00', { kind: 'done' })]);
    expect(task?.state).toBe('open');
    expect(task?.news.map(({ status }) => status)).toEqual(['done', 'doing']);
  });

  it('in whatever order the words come', () => {
    const words = [word('2021-02-10T02:00', { kind: 'done' }), word('2021-02-12T02:00', { reason: 'làm lại' }, 2)];
    expect(only([given], words)?.state).toBe('open');
    expect(only([given], words.toReversed())).toEqual(only([given], words));
  });

  it('and only meetings make it repeated', () => {
    expect(only([given], [word('2021-02-10T02:00', {})])?.repeated).toBe(0);
  });
});

it('handing on changes who has it, until when, or both; to whom is not guessed once that is gone', () => {
  const on = (said: Partial<TaskWord>) => only([given], [word('2021-02-10T02:00', { kind: 'handedOn', ...said })]);
  expect(on({ who: 'Bí thư' })).toMatchObject({ who: 'Bí thư', due: '2021-02-02', state: 'open' });
  expect(on({ due: day('2021-03-01') })).toMatchObject({ who: 'Trưởng thôn', due: '2021-03-01' });
  expect(on({ who: '' })?.who).toBeUndefined();
});

it('a task whose row was taken out is one as long as somebody has spoken of it', () => {
  const empty = report('2021-01-03', []);
  expect(tasksOf([empty])).toEqual([]);
  expect(tasksOf([empty], { words: [word('2021-02-10T02:00', {})], origins: [given] })).toMatchObject([
    { id, state: 'open', what: 'Dọn kênh' },
  ]);
});

it('a word about a row that gave a task again is about that task; one of another cell is none', () => {
  const again = report('2021-02-03', [{ what: 'Dọn kênh' }]);
  const own = taskIdOf(reportIdOf(again), 1);
  const words = [word('2021-02-10T02:00', { task: own, kind: 'done' })];
  expect(tasksOf([given, again], { words })).toMatchObject([{ id, state: 'done' }]);
  const other = [word('2021-02-10T02:00', { cell: 'hiep-hoa.thang.tieu-hoc', kind: 'done' })];
  expect(only([given], other)?.state).toBe('open');
});

describe('the next meeting', () => {
  const words = (kind: TaskWord['kind'], said: Partial<TaskWord> = {}) => [word('2021-02-10T02:00', { kind, ...said })];
  const asked = (said: readonly TaskWord[], on = '2021-03-03') =>
    offeredFollowUps(tasksToFollowUp(tasksOf([given], { words: said })), day(on));

  it('is told of a task that was done since the last one, and is not told twice', () => {
    expect(tasksToFollowUp(tasksOf([given], { words: words('done') }))).toHaveLength(1);
    const told = follow('2021-03-03', 'done');
    expect(tasksToFollowUp(tasksOf([given, told], { words: words('done') }))).toEqual([]);
  });

  it.each([
    { said: words('done'), status: 'done' },
    { said: words('dropped', { reason: 'Hết kinh phí' }), status: 'dropped', reason: 'Hết kinh phí' },
    { said: words('doing'), status: 'overdue' }, // its day is over
    { said: words('handedOn', { due: day('2021-03-10') }), status: 'doing' },
  ])('is offered $status', ({ said, status, reason }) => {
    expect(asked(said)).toEqual({
      'followUps[0].task': id as TaskId,
      'followUps[0].status': status,
      ...(reason && { 'followUps[0].reason': reason }),
    });
  });

  it('is offered nothing where nothing was said, or only after it', () => {
    expect(asked([])).toEqual({});
    expect(asked(words('done'), '2021-02-09')).toEqual({});
  });
});
