import { cleanText, isUnread } from '#shared/input/clean-text.ts';
import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { type DayContext, readDay } from '#shared/input/read-day.ts';
import type { ErrorCode, FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { type Day, monthOf } from '#shared/period.ts';

/** How many rows of a list (tasks, follow-ups, matters) one form may have. */
export const MOST_ROWS = 20;

type Params = NonNullable<FieldError['params']>;

/** As much of what was typed as a message shows. */
const SAID = 40;

/**
 * Reads typed fields one by one and collects their mistakes. A field is `undefined` if it is blank or could not be
 * read; `errors` says which.
 */
export class Fields {
  readonly errors: FieldError[] = [];
  private readonly typed: Typed;
  private readonly read = new Set<string>();

  constructor(typed: Typed) {
    this.typed = typed;
  }

  /** A field that must be filled in. */
  required<T>(field: string, parse: (text: string) => Reading<T>, code: ErrorCode, params?: Params): T | undefined {
    if (this.text(field) === '') this.refuse(field, 'required');
    return this.optional(field, parse, code, params);
  }

  /** A field that may stay blank. What was only presumed is asked back, with what was understood. */
  optional<T>(field: string, parse: (text: string) => Reading<T>, code: ErrorCode, params?: Params): T | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    if (isUnread(text)) {
      this.refuse(field, 'unread');
      return undefined;
    }
    const value = parse(text);
    if (value instanceof Doubt) {
      this.refuse(field, 'understood', { said: text.slice(0, SAID), understood: value.understood });
      return undefined;
    }
    if (value === undefined) this.refuse(field, code, params);
    return value;
  }

  count(
    field: string,
    ask: 'required' | 'optional',
    max: number,
    read: (text: string) => Reading<number> = parseCount,
  ): number | undefined {
    return this.atMost(max, field, this[ask](field, read, 'not-a-count'));
  }

  /** A day as people write it; the message has an example of the month. */
  day(field: string, ask: 'required' | 'optional', context: DayContext, read = readDay): Day | undefined {
    const example = `03/${monthDigits(context.month ?? monthOf(context.today))}`;
    return this[ask](field, (text) => read(text, context), 'not-a-day', { example });
  }

  choice<const T extends string>(field: string, choices: readonly T[]): T | undefined {
    return this.required(field, oneOf(choices), 'not-a-choice');
  }

  optionalChoice<const T extends string>(field: string, choices: readonly T[]): T | undefined {
    return this.optional(field, oneOf(choices), 'not-a-choice');
  }

  words(field: string, max: number): string | undefined {
    return this.required(field, within(max), 'too-long', { max });
  }

  optionalWords(field: string, max: number): string | undefined {
    return this.optional(field, within(max), 'too-long', { max });
  }

  /**
   * The rows of a list, in order; entirely blank rows are left out.
   *
   * @param numbers parts that are not typed: a row of which nothing else is filled is blank
   */
  rows<T>(list: string, parts: readonly string[], readRow: (at: string) => T, numbers: readonly string[] = []): T[] {
    const rows: T[] = [];
    for (let n = 0; n < MOST_ROWS; n++) {
      const at = `${list}[${n}]`;
      const filled = parts.filter((part) => this.text(`${at}.${part}`) !== '');
      for (const part of numbers) this.text(`${at}.${part}`);
      if (filled.length > 0) rows.push(readRow(at));
    }
    return rows;
  }

  refuse(field: string, code: ErrorCode, params?: Params): void {
    this.errors.push({ field, code, ...(params && { params }) });
  }

  /** Rejects every typed field that the form does not have. */
  refuseOthers(): void {
    for (const name of Object.keys(this.typed)) {
      if (!this.read.has(name)) this.refuse(name, 'unknown-field', { name: name.slice(0, 60) });
    }
  }

  private text(field: string): string {
    this.read.add(field);
    return cleanText(this.typed[field] ?? '').trim();
  }

  private atMost(max: number, field: string, value: number | undefined): number | undefined {
    if (value === undefined || value <= max) return value;
    this.refuse(field, 'too-large', { max });
    return undefined;
  }
}

function oneOf<T extends string>(choices: readonly T[]): (text: string) => T | undefined {
  return (text) => choices.find((choice) => choice === text);
}

function within(max: number): (text: string) => string | undefined {
  return (text) => (text.length <= max ? text : undefined);
}
