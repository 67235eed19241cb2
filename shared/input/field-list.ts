import type { Typed } from '#shared/input/typed.ts';

/** More fields than any form of ours has: the grid of 250 cells sends up to 17 a cell. */
export const MOST_FIELDS = 5000;
/** Longer than any field's name: a unit's id has at most 200 characters. */
const LONGEST_NAME = 300;

/** Collects the fields of a body, and stops at what no form of ours sends. Of several with one name the last counts. */
export class FieldList {
  private readonly fields: [string, string][] = [];

  /** @throws {SyntaxError} for too many fields or too long a name */
  add(name: string, value: string): void {
    if (this.fields.length === MOST_FIELDS) throw new SyntaxError('Too many fields');
    if (name.length > LONGEST_NAME) throw new SyntaxError('Too long a name');
    this.fields.push([name, value]);
  }

  /** The fields by name; a name such as `__proto__` is a field like any other. */
  typed(): Typed {
    return Object.fromEntries(this.fields);
  }
}
