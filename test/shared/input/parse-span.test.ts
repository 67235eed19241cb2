import { describe, expect, it } from 'vitest';
import { parseSpan } from '#shared/input/parse-span.ts';
import { month } from '#test/shared/samples.ts';

const last = month('2021-02');
const usual = { from: '2020-03', to: '2021-02' };

describe('the months of a trend', () => {
  it.each([
    [{}, usual],
    [{ from: '', to: '' }, usual],
    [{ to: '2020-12' }, { from: '2020-01', to: '2020-12' }],
    [{ from: '01/2020' }, { from: '2020-01', to: '2021-02' }],
    [
      { from: '2021-02', to: '2/2021' },
      { from: '2021-02', to: '2021-02' },
    ],
    [
      { from: '2011-03', to: '2021-02' },
      { from: '2011-03', to: '2021-02' },
    ],
  ])('%j is %j', (query, span) => {
    expect(parseSpan(query, last)).toEqual({ span, errors: [] });
  });

  it.each([
    [{ from: 'tháng hai', to: '2021-02' }, [{ field: 'from', code: 'not-a-month' }]],
    [
      { from: '2021-13', to: '0/2021' },
      [
        { field: 'from', code: 'not-a-month' },
        { field: 'to', code: 'not-a-month' },
      ],
    ],
    [{ from: '2021-03', to: '2021-02' }, [{ field: 'to', code: 'not-a-span', params: { max: 120 } }]],
    [{ from: '2011-02', to: '2021-02' }, [{ field: 'to', code: 'not-a-span', params: { max: 120 } }]],
  ])('%j is refused at its field', (query, errors) => {
    expect(parseSpan(query, last)).toEqual({ span: usual, errors });
  });
});
