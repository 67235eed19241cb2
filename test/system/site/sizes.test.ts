import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { FIRST_WINDOW, fetchRaw } from '#test/system/on-the-wire.ts';
import { Visitor } from '#test/system/visitor.ts';

describe('pages of a commune', () => {
  let cookie = '';
  let report = '';
  beforeAll(async () => {
    const commune = await Visitor.signedIn('thang');
    cookie = `session=${commune.cookie('session')}`;
    const board = (await commune.json(`/months/${lastMonth}`)) as { cells: { reports: { id: string }[] }[] };
    report = board.cells.flatMap(({ reports }) => reports)[0]?.id ?? '';
  });

  it.each([
    ['sign-in', () => '/login'],
    ['board', () => `/months/${lastMonth}`],
    ['form', () => `/reports/new?cell=hiep-hoa.thang.tieu-hoc&month=${thisMonth}`],
    ['report', () => `/reports/${report}`],
    ['next meeting', () => `/prepare?cell=hiep-hoa.thang.tieu-hoc&month=${thisMonth}`],
    ['receipt', () => '/receipts?number=2102-KY3D-10BR'],
    ['grid', () => `/months/${thisMonth}/grid?unit=hiep-hoa.thang`],
    ['reports by file', () => `/reports/import?month=${thisMonth}&unit=hiep-hoa.thang`],
    ['scorecard', () => `/scorecards/hiep-hoa.thang/${lastMonth}`],
    ['matrix of its cells', () => `/scorecards/hiep-hoa.thang/${lastMonth}?view=matrix`],
    ['reviews', () => `/reviews?month=${lastMonth}`],
    ['tasks', () => '/tasks'],
    ['tasks of a month', () => `/tasks?month=${lastMonth}`],
    ['orientation', () => `/guidance?month=${thisMonth}`],
    ['library', () => '/library'],
    ['search of the library', () => '/library?q=dat+dai'],
    ['piece of the library', () => '/library/11'],
    ['trainings', () => '/trainings'],
    ['practice month', () => '/practice'],
    ['actions', () => '/actions'],
    ['account', () => '/account'],
  ])('the %s fits one round trip', async (_, path) => {
    const { status, headerBytes, body, encoding } = await fetchRaw(path(), cookie);
    expect(status).toBe(200);
    expect(encoding).toBe('br');
    expect(brotliDecompressSync(body).toString()).toMatch(/^<!doctype html>.*<\/html>$/s);
    expect(headerBytes + body.length).toBeLessThanOrEqual(FIRST_WINDOW);
  });

  it('the form with its script stays small, and the script is cached for good', async () => {
    const form = await fetchRaw(`/reports/new?cell=hiep-hoa.thang.tieu-hoc&month=${thisMonth}`, cookie);
    const address = /<script type="module" src="([^"]+)"/.exec(brotliDecompressSync(form.body).toString())?.[1] ?? '';
    const script = await fetchRaw(address, cookie);
    expect([script.status, script.encoding]).toEqual([200, 'br']);
    expect(form.headerBytes + form.body.length + script.headerBytes + script.body.length).toBeLessThanOrEqual(22_000);
  });
});
