import { describe, expect, it } from 'vitest';
import { readSettings, type SettingOption } from '#infra/admin/choose-regime.ts';
import { overrideWords } from '#shared/judging/texts/overrides.ts';
import type { Settings } from '#shared/norms/regimes.ts';

describe('a norm as typed', () => {
  it.each<[SettingOption, string, Settings, string]>([
    ['attendance', '>85', { attendance: { comparison: '>', percent: 85 } }, 'tỷ lệ dự trên 85%'],
    [
      'minutes',
      '60/90,30:120/150',
      {
        minimumMinutes: [
          { members: 0, regular: 60, withThematic: 90 },
          { members: 30, regular: 120, withThematic: 150 },
        ],
      },
      'thời lượng tối thiểu 60 phút, 90 phút nếu có phần chuyên đề; chi bộ từ 30 đảng viên tối thiểu 120 phút, 150 phút nếu có phần chuyên đề',
    ],
    ['excused', 'out-of-base', { excused: 'out-of-base' }, 'vắng có lý do không tính vào số phải dự'],
    ['thematics', '2', { thematicsAQuarter: 2 }, 'ít nhất 2 buổi chuyên đề mỗi quý'],
    ['meeting-day', '1/5', { meetingDay: { day: 1, until: 5 } }, 'sinh hoạt ngày 1, chậm nhất ngày 5 hằng tháng'],
    [
      'deadlines',
      '8/15',
      { deadlines: { due: 8, closing: 15 } },
      'nộp báo cáo đến ngày 8, chốt số liệu ngày 15 tháng sau',
    ],
    ['year', 'phu-tho', { year: 'phu-tho' }, 'xếp loại sinh hoạt cả năm theo Đảng ủy Khối các cơ quan tỉnh Phú Thọ'],
  ])('--%s %s is read, and said in words', (option, typed, settings, words) => {
    expect(readSettings({ [option]: typed })).toEqual(settings);
    expect(overrideWords(settings, 'vi')).toEqual([words]);
  });

  it('puts larger cells after smaller ones', () => {
    expect(
      readSettings({ minutes: '60/90,50:120/150,30:90/120' }).minimumMinutes?.map(({ members }) => members),
    ).toEqual([0, 30, 50]);
  });

  it.each<[SettingOption, string]>([
    ['attendance', '85'],
    ['attendance', '>=101'],
    ['minutes', '90'],
    ['minutes', '30:90/120'],
    ['minutes', '90/120,60/90'],
    ['excused', 'yes'],
    ['thematics', '-1'],
    ['meeting-day', '7/3'],
    ['meeting-day', '0/3'],
    ['deadlines', '5/31'],
    ['year', 'toString'],
  ])('--%s %s is refused, by the name of the option', (option, typed) => {
    expect(() => readSettings({ [option]: typed })).toThrow(`--${option}`);
  });
});
