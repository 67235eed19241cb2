import { describe, expect, it } from 'vitest';
import { messageOf } from '#shared/input/texts/errors.ts';
import { baselineFigures, parseBaseline, readBaseline } from '#shared/scorecards/baseline.ts';

const HEAD = 'month;cells;held;present;required;resolutions;source';
const read = (...lines: readonly string[]) => readBaseline([HEAD, ...lines].join('\n'));

describe('baseline months', () => {
  it('are read from the columns of the file, in any order, with what people type', () => {
    expect(read('03/2018;373;310;6.204;8.200;190;Báo cáo năm 2018, biểu 2')).toEqual({
      ok: true,
      months: [
        {
          month: '2018-03',
          counts: { cells: 373, held: 310, present: 6204, required: 8200, resolutions: 190 },
          source: 'Báo cáo năm 2018, biểu 2',
        },
      ],
    });
    const turned = readBaseline('source,required,present,cells,resolutions,held,month\nSổ,10,9,2,1,2,2019-02\n');
    expect(turned).toMatchObject({ ok: true, months: [{ month: '2019-02', counts: { held: 2, resolutions: 1 } }] });
  });

  it.each([
    ['a month that has a regime', '2019-03;1;1;1;1;1;Sổ', 'line 2: 2019-03 has a regime: its cells report'],
    ['a month that nobody could see', '2009-02;1;1;1;1;1;Sổ', 'line 2: month is from 2009-03 to 2019-02'],
    ['a month of another age', '01/1900;1;1;1;1;1;Sổ', 'line 2: month is from 2009-03 to 2019-02'],
    ['no month', 'tháng 3;1;1;1;1;1;Sổ', 'line 2: month is YYYY-MM'],
    ['what is no count', '2018-03;1;1;-1;1;1;Sổ', 'line 2: present is a whole number'],
    ['a blank, which is no zero', '2018-03;1;;1;1;1;Sổ', 'line 2: held is a whole number'],
    ['a part above its whole', '2018-03;1;2;1;1;1;Sổ', 'line 2: held is above cells'],
    ['more present than required', '2018-03;2;2;9;8;1;Sổ', 'line 2: present is above required'],
    ['more resolutions than meetings', '2018-03;3;2;1;1;3;Sổ', 'line 2: resolutions is above held'],
    ['no source', '2018-03;1;1;1;1;1;', 'line 2: source says from which paper, in at most 200 characters'],
  ])('are refused with %s', (_, line, fault) => {
    expect(read(line)).toEqual({ ok: false, faults: [fault] });
  });

  it('are taken from the first month that a summary can reach, and such a month is told at its field in words', () => {
    expect(read('2009-03;1;1;1;1;1;Sổ')).toMatchObject({ ok: true });
    const typed = {
      month: '06/2008',
      cells: '1',
      held: '1',
      present: '1',
      required: '1',
      resolutions: '1',
      source: 'Sổ',
    };
    const read1 = parseBaseline(typed);
    const [error] = read1.ok ? [] : read1.errors;
    expect(error?.field).toBe('month');
    expect(error && messageOf(error, 'vi')).toBe('Chỉ nhập được các tháng từ 03/2009 đến 02/2019.');
  });

  it('are refused twice in one file, and without the head', () => {
    const line = '2018-03;1;1;1;1;1;Sổ';
    expect(read(line, line)).toEqual({ ok: false, faults: ['line 3: 2018-03 stands there twice'] });
    expect(readBaseline(line)).toMatchObject({ ok: false });
  });

  it('give figures without a target or a verdict: nobody judged them', () => {
    const counts = { cells: 373, held: 310, present: 6204, required: 8200, resolutions: 190 };
    expect(baselineFigures({ counts })).toEqual([
      expect.objectContaining({ id: 'met', numerator: 310, denominator: 373, value: 83.1, target: null, met: null }),
      expect.objectContaining({ id: 'attendance', numerator: 6204, denominator: 8200, value: 75.7, verdict: null }),
      expect.objectContaining({ id: 'resolution', numerator: 190, denominator: 373, value: 50.9, target: null }),
    ]);
  });
});
