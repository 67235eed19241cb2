import { describe, expect, it } from 'vitest';
import { isBypass } from '#shared/matters/bypass.ts';
import { matterIdOf, matterOf } from '#shared/matters/matter.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { countMatter, matterInput } from '#shared/scorecards/count-matters.ts';
import { month } from '#test/shared/samples.ts';
import { contextOf } from '#test/web/contexts.ts';
import { readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';

const concern = { topic: 'DD', summary: 'Tranh chấp ngõ đi', severity: 'high' } as const;
const former = { ...concern, topic: 'VC' } as const;

describe('a concern that went over a head', () => {
  it.each([
    [concern, false],
    [{ ...concern, bypass: 'no' }, false],
    [{ ...concern, bypass: 'yes' }, true],
    // The topic of before says the same.
    [former, true],
    [{ ...former, bypass: 'no' }, true],
  ] as const)('%j: %s', (said, is) => {
    expect(isBypass(said)).toBe(is);
  });

  it.each([[concern], [{ ...concern, bypass: 'yes' }], [{ ...concern, bypass: 'no' }], [former]] as const)(
    '%j is read from a form as it was sent',
    (said) => {
      const report = { ...fullReport, matters: [said] };
      expect(parseReport(toTyped(report), { today: report.date, norms: findRegime })).toEqual({ ok: true, report });
    },
  );

  it('is asked beside the topic; the topic of before is offered only where it is given', () => {
    const offers = (said: object) => {
      const typed = toTyped({ ...fullReport, matters: [{ ...concern, ...said }] });
      const page = readPage(formPage(contextOf('vi', 'commune'), { typed }));
      expect(valuesOf(page)['matters[0].topic']).toBe(typed['matters[0].topic']);
      return page.filter(({ name, attributes }) => name === 'option' && attributes['value'] === 'VC').length;
    };
    expect(offers({})).toBe(0);
    expect(offers({ topic: 'VC' })).toBe(1);
  });

  it('has one name among what a scorecard counted if nothing is said of it, and another if it is', () => {
    const raised = (said: typeof concern) => {
      const by = { user: 'x', role: 'commune', unit: 'h.a' } as const;
      const id = matterIdOf('h.a.x_2021-02-03_regular', 1);
      return matterOf(id, [{ kind: 'raised', said, by, at: '2021-02-03T05:00:00.000Z' }]);
    };
    // As it was before the question was asked: a closed month has that name in its list.
    expect(matterInput(raised(concern))).toBe(
      'h.a.x_2021-02-03_regular_1#1 388205d6134d73bb494d5e7824e5decc73d7dc416f42c73c286e270c2a99c0c9',
    );
    expect(matterInput(raised({ ...concern, bypass: 'yes' } as typeof concern))).not.toBe(matterInput(raised(concern)));
    expect(countMatter(raised(former as never), month('2021-02'), '2021-02-28T00:00:00.000Z')).toMatchObject({
      'opened:VC': 1,
    });
  });
});
