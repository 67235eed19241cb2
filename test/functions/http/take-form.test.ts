import { describe, expect, it } from 'vitest';
import type { Answer } from '#functions/http/answer.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { FieldError } from '#shared/input/typed.ts';

interface Stored {
  readonly revision: number;
}

const wrong: FieldError = { field: 'text', code: 'required' };
const page = () => null as never;

/** Takes a form with these steps, and tells which of them were asked in which order. */
async function take(
  parsed: { readonly ok: true; readonly text: string } | { readonly ok: false; readonly errors: readonly FieldError[] },
  outcome: AppendOutcome<Stored>,
  again: Answer = { status: 200, json: 'the page', page, audit: [{ kind: 'viewed', of: 'it' }] },
) {
  const steps: unknown[] = [];
  const answer = await takeForm(
    { lang: 'vi', unread: [] },
    {
      parse: () => parsed,
      refuse: (errors) => {
        steps.push(['refuse', errors]);
        return again;
      },
      append: async ({ text }) => {
        steps.push(['append', text]);
        return outcome;
      },
      stale: (stored, { text }) => {
        steps.push(['stale', stored, text]);
        return again;
      },
      nameOf: ({ revision }) => `it#${revision}`,
      done: (stored, added): Answer => {
        steps.push(['done', stored, added]);
        return { status: 303, location: '/' };
      },
    },
  );
  return { answer, steps };
}

const right = { ok: true, text: 'Họp' } as const;
const stored = { revision: 2 };

describe('a form', () => {
  it('goes on where it is stored, and is put on record', async () => {
    const { answer, steps } = await take(right, { kind: 'added', stored });
    expect(answer).toEqual({ status: 303, location: '/', audit: [{ kind: 'changed', of: 'it#2' }] });
    expect(steps).toEqual([
      ['append', 'Họp'],
      ['done', stored, true],
    ]);
  });

  it('goes on where it had been stored, and nothing more is put on record', async () => {
    const { answer, steps } = await take(right, { kind: 'same', stored });
    expect(answer).toEqual({ status: 303, location: '/' });
    expect(steps).toEqual([
      ['append', 'Họp'],
      ['done', stored, false],
    ]);
  });

  it('comes back with its mistakes, and nothing is stored', async () => {
    const { answer, steps } = await take({ ok: false, errors: [wrong] }, { kind: 'added', stored });
    expect(answer).toMatchObject({ status: 422, page, audit: [{ kind: 'viewed', of: 'it' }] });
    expect(answer.json).toMatchObject({ type: 'urn:problem:invalid-fields', status: 422, errors: [wrong] });
    expect(steps).toEqual([['refuse', [wrong]]]);
  });

  it.each([stored, undefined])('comes back upon what is newer: %j', async (newer) => {
    const { answer, steps } = await take(right, { kind: 'stale', stored: newer });
    expect(answer).toMatchObject({ status: 409, page, audit: [{ kind: 'viewed', of: 'it' }] });
    expect(answer.json).toMatchObject({ type: 'urn:problem:stale', status: 409 });
    expect(steps).toEqual([
      ['append', 'Họp'],
      ['stale', newer, 'Họp'],
    ]);
  });

  it('says another problem in its own way', async () => {
    const own: Answer = { status: 422, json: { own: true } };
    expect((await take(right, { kind: 'stale', stored }, own)).answer).toEqual(own);
    expect((await take({ ok: false, errors: [wrong] }, { kind: 'added', stored }, own)).answer).toEqual(own);
  });
});
