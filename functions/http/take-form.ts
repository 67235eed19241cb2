import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf, type Owes } from '#functions/http/owing.ts';
import { staleProblem } from '#functions/http/stale-problem.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import type { FieldError } from '#shared/input/typed.ts';

/** What a form's fields say, or what is wrong with them. */
type Read<Parsed> = Parsed | { readonly ok: false; readonly errors: readonly FieldError[] };

type Later<T> = T | Promise<T>;

interface Form<Parsed extends { readonly ok: true }, Stored> {
  /** Reads what was typed, and finds all that its sender can mend. */
  readonly parse: () => Later<Read<Parsed>>;
  /** The form again, with what was typed and what is wrong with it. */
  readonly refuse: (errors: readonly FieldError[]) => Later<Answer>;
  /** Appends a revision; before it is stored, what it owes is written down. */
  readonly append: (parsed: Parsed, before: Before<unknown>) => Promise<AppendOutcome<Stored>>;
  /** The form again, with what was typed, upon what somebody has stored since it was read. */
  readonly stale: (stored: Stored | undefined, parsed: Parsed) => Later<Answer>;
  readonly owes: (stored: Stored) => Owes;
  /**
   * What follows storing, and where it leads. What was stored before comes here too: sent twice is sent once. Words that it
   * shows and that the sender has not typed are its own to record.
   */
  readonly done: (stored: Stored, added: boolean) => Later<Answer>;
}

/**
 * Takes a form that adds a revision: parse, or refuse with the form (also if something in it could not be read); append,
 * or show what is newer; go on.
 *
 * A form that is shown again may be answered as it is at first, with 200: here it becomes a 422 or 409, and its JSON says
 * the problem. An answer that already is another stays as it is. Only what was added is put on record.
 */
export async function takeForm<Parsed extends { readonly ok: true }, Stored>(
  { lang, unread, owing }: Pick<SignedIn, 'lang' | 'unread' | 'owing'>,
  { parse, refuse, append, stale, owes, done }: Form<Parsed, Stored>,
): Promise<Answer> {
  const parsed = await parse();
  const read = unread.length > 0 ? { ok: false as const, errors: errorsOf(parsed, unread) } : parsed;
  if (!read.ok) return asProblem(await refuse(read.errors), 422, fieldProblem(read.errors, lang));
  const change = changeOf<Stored>(owing, owes);
  // Typed as unknown, so that what is stored is inferred from what `append` returns.
  const { kind, stored } = await append(read, change.before as Before<unknown>);
  if (kind === 'stale') return asProblem(await stale(stored, read), 409, staleProblem(lang));
  const added = kind === 'added';
  // What was stored before is paid again, but its entry: whoever wrote its note does that, or settling it does.
  const entries = await owing.pay([change.stored(stored, added)]);
  const answer = await done(stored, added);
  return entries.length > 0 ? { ...answer, audit: [...entries, ...(answer.audit ?? [])] } : answer;
}

/** What could not be read, and what is wrong with the other fields. */
function errorsOf(parsed: Read<object>, unread: readonly FieldError[]): FieldError[] {
  const others = 'errors' in parsed ? parsed.errors : [];
  return [...unread, ...others.filter(({ field }) => !unread.some((each) => each.field === field))];
}

function asProblem(answer: Answer, status: 409 | 422, json: unknown): Answer {
  return answer.status === 200 ? { ...answer, status, json } : answer;
}
