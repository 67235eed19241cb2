import { type InputKind, inputKinds } from '#shared/scorecards/input-kinds.ts';
import { isLeftOut } from '#shared/scorecards/left-out.ts';

/** An input of a scorecard in its parts: `{id}#{revision} {digest}`; a directory's inputs have no revision. */
export interface Input {
  readonly id: string;
  readonly revision?: number;
  readonly kind?: InputKind;
}

/** What differs between two lists of inputs: a revision is absent where the thing was not counted, or has none. */
export interface InputChange extends Input {
  readonly before?: number;
}

/** The parts of an input's name. */
function parseInput(input: string): Input {
  const [name = ''] = input.split(' ', 1);
  const [id = '', revision] = name.split('#');
  const kind = (Object.keys(inputKinds) as InputKind[]).find((each) => inputKinds[each].form.test(id));
  return { id, ...(revision && { revision: Number(revision) }), ...(kind && { kind }) };
}

/** Whether an input is a part of the directory: a commune's units, or the district. */
export function isOfDirectory(input: string): boolean {
  const { kind } = parseInput(input);
  return kind === 'units' || kind === 'district';
}

/**
 * Whether two lists count the same data, whatever they left out. Inputs of kinds that the older rules did not count are no difference: code that
 * counts more makes no new scorecard by itself.
 *
 * @param rules the version of the rules by which `before` was counted
 */
export function isSameData(before: readonly string[], after: readonly string[], rules: number): boolean {
  const known = after.filter((input) => sinceOf(input) <= rules && !isLeftOut(input));
  const named = new Set(before.filter((input) => !isLeftOut(input)));
  return known.length === named.size && known.every((input) => named.has(input));
}

function sinceOf(input: string): number {
  const { kind } = parseInput(input);
  return kind ? inputKinds[kind].since : 1;
}

/**
 * What a later list counts that an earlier one does not, or otherwise, and what it no longer counts; by id. What either
 * left out it did not count.
 */
export function changedInputs(before: readonly string[], after: readonly string[]): InputChange[] {
  const [old, now] = [new Set(before), new Set(after)];
  const isNew = (than: ReadonlySet<string>) => (input: string) => !than.has(input) && !isLeftOut(input);
  const earlier = new Map(before.filter(isNew(now)).map((input) => [parseInput(input).id, input]));
  const added = after.filter(isNew(old)).map((input): InputChange => {
    const parsed = parseInput(input);
    const found = earlier.get(parsed.id);
    earlier.delete(parsed.id);
    const { revision } = found ? parseInput(found) : {};
    return { ...parsed, ...(revision !== undefined && { before: revision }) };
  });
  const gone = [...earlier.values()].map((input): InputChange => {
    const { revision, ...rest } = parseInput(input);
    return { ...rest, ...(revision !== undefined && { before: revision }) };
  });
  return [...added, ...gone].sort((a, b) => (a.id < b.id ? -1 : 1));
}
