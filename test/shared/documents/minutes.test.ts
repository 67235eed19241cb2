import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/documents/block.ts';
import { shareWords } from '#shared/documents/meeting.ts';
import { minutesOf } from '#shared/documents/minutes.ts';
import { longDay, numberWords } from '#shared/documents/party-words.ts';
import { resolutionOf } from '#shared/documents/resolution.ts';
import { letterheads } from '#shared/units/letterheads.ts';
import { meetingOf } from '#test/functions/prepare/documents/samples.ts';
import { aReport, day } from '#test/shared/samples.ts';

const said = (blocks: readonly Block[]) => JSON.stringify(blocks);
const { layout } = letterheads[0] ?? meetingOf(aReport());

it.each([
  ['2021-02-03', 'ngày 03 tháng 02 năm 2021'],
  ['2021-05-20', 'ngày 20 tháng 5 năm 2021'],
  ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
  ['2026-10-09', 'ngày 09 tháng 10 năm 2026'],
])('says %s as Party documents do: %s', (date, words) => {
  expect(longDay(day(date), layout)).toBe(words);
});

it.each([
  [5, 'Số 05-NQ/CB'],
  [112, 'Số 112-NQ/CB'],
  [undefined, 'Số       -NQ/CB'],
])('numbers a document without a colon, with two digits: %s', (number, words) => {
  expect(numberWords(number, 'NQ/CB', layout)).toBe(words);
});

it.each([
  [17, 20, '17/20 (85%)'],
  [899, 1000, '899/1.000 (89,9%)'],
  // Rounded it would say 90%, which is the target.
  [8999, 10_000, '8.999/10.000 (89,9%)'],
  [0, 0, '0/0'],
])('says %s of %s, never rounded up to a target: %s', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});

describe('minutes', () => {
  it('leave room for what nobody reported, and say 0 where 0 was reported', () => {
    const blank = said(minutesOf(meetingOf(aReport())));
    expect(blank).toContain('từ ......... giờ .........');
    expect(blank).toContain('Số đảng viên phát biểu: .........');
    const full = said(minutesOf(meetingOf(aReport({ startTime: '23:30', speakers: 0, unexcused: 0 }))));
    expect(full).toContain('từ 23 giờ 30');
    expect(full).toContain('kết thúc lúc 01 giờ 05');
    expect(full).toContain('Số đảng viên phát biểu: 0/17 (0%)');
  });

  it('name nobody: chair, minute taker, absent members and guests are written by hand', () => {
    const minutes = said(minutesOf(meetingOf(aReport({ excused: 3 }))));
    for (const room of ['Chủ trì: đồng chí ...', 'Thư ký: đồng chí ...', 'Khách mời: ...'])
      expect(minutes).toContain(room);
    expect(minutes).toContain('"Họ tên đảng viên vắng mặt, lý do:"},{"blank":3}');
  });

  it('have the marked sheet on a page of its own, with the number that they have themselves', () => {
    const minutes = minutesOf(meetingOf(aReport(), { number: 5 }));
    const at = minutes.findIndex((block) => 'page' in block);
    expect(said(minutes.slice(at))).toContain('(Kèm theo Biên bản số 05-BB/CB, ngày 03 tháng 02 năm 2021)');
    expect(said(minutes.slice(at))).toContain('PHIẾU CHẤM ĐIỂM');
    expect(said(minutes.slice(0, at))).toContain('"THƯ KÝ"');
  });

  it('have the cell’s own points, whatever its superiors gave instead', () => {
    const report = aReport({ points: { discussion: 12 } });
    const own = minutesOf(meetingOf(report));
    expect(said(own)).toContain('"12"');
    expect(said(own)).not.toContain('Cấp trên chấm lại');
  });
});

describe('a resolution', () => {
  it('is signed by the secretary on behalf of the cell, and has no seal and no order of others', () => {
    const text = said(resolutionOf(meetingOf(aReport()), 'resolution'));
    expect(text).toContain('"T/M CHI BỘ"');
    expect(text).toContain('"BÍ THƯ"');
    expect(text).toContain('Nơi nhận:');
    expect(text).not.toMatch(/K\/T|\.\/\.|Số:/);
  });

  it('says of words that have expired that they have', () => {
    const followUps = [{ task: 'h.c.a_2021-01-03_regular_1', status: 'done' as const }];
    expect(said(resolutionOf(meetingOf(aReport({ followUps })), 'conclusion'))).toContain('(nội dung đã hết hạn lưu)');
  });
});

it('every letterhead has the measures that the norms state', () => {
  for (const { layout: each } of letterheads) {
    expect(each).toMatchObject({
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      indent: 10,
      points: { text: 14, line: 19 },
      numberDigits: 2,
    });
  }
});
