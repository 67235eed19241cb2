import { expect, it } from 'vitest';
import { matterSteps } from '#shared/matters/matter.ts';
import { parseMatterStep } from '#shared/matters/parse-matter-step.ts';
import { day } from '#test/shared/samples.ts';

const read = (typed: Readonly<Record<string, string>>) => parseMatterStep(typed, matterSteps, day('2021-02-10'));

it.each([
  [
    { step: 'progress', answer: ' Đã mời\u200b hai hộ ', promised: '20/2' },
    { kind: 'progress', answer: 'Đã mời hai hộ', promised: '2021-02-20' },
  ],
  [
    { step: 'progress', answer: 'Chờ huyện', promised: ' ' },
    { kind: 'progress', answer: 'Chờ huyện' },
  ],
  [
    { step: 'progress', answer: 'Xong hôm nay', promised: '10/02/2021' },
    { kind: 'progress', answer: 'Xong hôm nay', promised: '2021-02-10' },
  ],
  [{ step: 'take', promised: '' }, { kind: 'take' }],
  [
    { step: 'merge', into: 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular_1' },
    { kind: 'merge', into: 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular_1' },
  ],
])('%o is read', (typed, step) => {
  expect(read(typed)).toEqual({ ok: true, step });
});

it.each([
  [{}, ['step required']],
  [{ step: 'progress', promised: '20/2' }, ['answer required']],
  [{ step: 'progress', answer: 'x', promised: '09/02/2021' }, ['promised not-a-promise']],
  [{ step: 'progress', answer: 'x', promised: '20/02/2031' }, ['promised not-a-promise']],
  [{ step: 'progress', answer: 'x', promised: 'mai kia' }, ['promised not-a-day']],
  [{ step: 'progress', answer: 'x'.repeat(2001) }, ['answer too-long']],
  [{ step: 'settle', answer: 'Xong', promised: '20/2' }, ['promised only-with-progress']],
  [{ step: 'take', until: '20/2' }, ['until unknown-field']],
])('%o is refused: %o', (typed, errors) => {
  const parsed = read(typed);
  expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});
