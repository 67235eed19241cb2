import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from '#shared/input/clean-text.ts';
import { LONGEST_REASON, readReason } from '#shared/input/read-reason.ts';

const refused = (field: string, code: string) => ({ ok: false, errors: [expect.objectContaining({ field, code })] });

it.each([
  ['required', undefined, refused('reason', 'required')],
  ['required', ' \n', refused('reason', 'required')],
  ['optional', ' ', { ok: true, reason: '' }],
  ['optional', ' Thiếu biên bản ', { ok: true, reason: 'Thiếu biên bản' }],
  ['required', 'a'.repeat(LONGEST_REASON), { ok: true, reason: 'a'.repeat(LONGEST_REASON) }],
  ['required', 'a'.repeat(LONGEST_REASON + 1), refused('reason', 'too-long')],
  ['optional', 'a'.repeat(LONGEST_REASON + 1), refused('reason', 'too-long')],
  ['required', 'a \ufffd', refused('reason', 'unread')],
] as const)('%s %j', (ask, reason, says) => {
  expect(readReason(reason === undefined ? {} : { reason }, ask)).toEqual(says);
});

it('is refused at the field that asks for it', () => {
  expect(readReason({ undoReason: '' }, 'required', 'undoReason')).toEqual(refused('undoReason', 'required'));
});

it('is stored whole or not at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2 * LONGEST_REASON, size: 'max' }), (typed) => {
      const said = readReason({ reason: typed }, 'optional');
      if (said.ok) expect(said.reason).toBe(cleanText(typed).trim());
    }),
  );
});
