import { expect, it } from 'vitest';
import { parseTaskWord } from '#shared/tasks/parse-task-word.ts';
import { kindsOn } from '#shared/tasks/task-steps.ts';
import { day } from '#test/shared/samples.ts';

const today = day('2021-02-10');
const read = (typed: Readonly<Record<string, string>>, state: 'open' | 'done' = 'open') =>
  parseTaskWord(typed, kindsOn({ state }), today);
const codes = (typed: Readonly<Record<string, string>>, state?: 'open' | 'done') => {
  const parsed = read(typed, state);
  return parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);
};

it.each([
  [{ step: 'done' }, { kind: 'done' }],
  [
    { step: 'doing', who: ' ', due: '', reason: ' Chờ vật tư ' },
    { kind: 'doing', reason: 'Chờ vật tư' },
  ],
  [
    { step: 'handedOn', who: 'Bí thư', due: '15/3' },
    { kind: 'handedOn', who: 'Bí thư', due: '2021-03-15' },
  ],
  [
    { step: 'handedOn', due: '15/03/2021' },
    { kind: 'handedOn', due: '2021-03-15' },
  ],
  [
    { step: 'dropped', reason: 'Hết kinh phí' },
    { kind: 'dropped', reason: 'Hết kinh phí' },
  ],
])('%o is read', (typed, word) => {
  expect(read(typed)).toEqual({ ok: true, word });
});

it.each([
  [{}, ['step required']],
  [{ step: 'again' }, ['step not-a-choice']],
  [{ step: 'handedOn' }, ['who required']],
  [{ step: 'dropped' }, ['reason required']],
  [{ step: 'done', who: 'Bí thư', due: '15/3' }, ['who only-handed-on', 'due only-handed-on']],
  [{ step: 'handedOn', due: 'mai' }, ['due not-a-day']],
  [{ step: 'handedOn', due: '09/02/2021' }, ['due not-a-promise']],
  [{ step: 'handedOn', due: '12/02/2022' }, ['due not-a-promise']],
  [{ step: 'handedOn', who: 'x'.repeat(301) }, ['who too-long']],
  [{ step: 'done', state: 'done' }, ['state unknown-field']],
])('%o is refused: %o', (typed, errors) => {
  expect(codes(typed)).toEqual(errors);
});

it('what has ended is only taken up again', () => {
  expect(codes({ step: 'done' }, 'done')).toEqual(['step not-a-choice']);
  expect(codes({ step: 'doing' }, 'done')).toEqual([]);
});
