import { describe, expect, it } from 'vitest';
import type { Answer } from '#functions/http/answer.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { Owed } from '#functions/store/owed-store.ts';
import type { FieldError } from '#shared/input/typed.ts';

interface Stored {
  readonly revision: number;
}

const note: Owed = { id: 'a-change', district: 'hiep-hoa', at: '2026-11-24T02:00:00.000Z' };
const item = { table: 'meetings', pk: 'a', sk: 'b' } as const;
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
    {
      lang: 'vi',
      unread: [],
      owing: {
        note: async (owes, item) => {
          steps.push(['note', owes, item]);
          return note;
        },
        drop: async () => undefined,
        pay: async (changes) => {
          steps.push(['pay', ...changes]);
          return changes.flatMap(({ owes: { of }, owed }) => (owed ? [{ kind: 'changed', of, owed, paid: true }] : []));
        },
      },
    },
    {
      parse: () => parsed,
      refuse: (errors) => {
        steps.push(['refuse', errors]);
        return again;
      },
      append: async ({ text }, before): Promise<AppendOutcome<Stored>> => {
        steps.push(['append', text]);
        if (outcome.kind === 'added') await before(outcome.stored, item);
        return outcome;
      },
      stale: (stored, { text }) => {
        steps.push(['stale', stored, text]);
        return again;
      },
      owes: ({ revision }) => ({ of: `it#${revision}` }),
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
  it('writes down what it owes before it is stored, then pays it, is put on record and goes on', async () => {
    const { answer, steps } = await take(right, { kind: 'added', stored });
    const entry = { kind: 'changed', of: 'it#2', owed: note, paid: true };
    expect(answer).toEqual({ status: 303, location: '/', audit: [entry] });
    expect(steps).toEqual([
      ['append', 'Họp'],
      ['note', { of: 'it#2' }, item],
      ['pay', { owes: { of: 'it#2' }, owed: note }],
      ['done', stored, true],
    ]);
  });

  it('goes on where it had been stored, pays again, and leaves the entry to who wrote its note', async () => {
    const { answer, steps } = await take(right, { kind: 'same', stored });
    expect(answer).toEqual({ status: 303, location: '/' });
    expect(steps).toEqual([
      ['append', 'Họp'],
      ['pay', { owes: { of: 'it#2' }, owed: undefined }],
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
