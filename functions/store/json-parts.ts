/**
 * What is wanted of a value: all of it; of an object the members that are named, and of a list the same of each element. A
 * text is a condition on a member: of a list the first object alone that meets it.
 */
export type Wanted = true | string | { readonly [name: string]: Wanted };

/** A part with its names as they stand in the bytes: decoding each name to compare it costs more than all the rest. */
interface Part {
  /** The text of a condition. */
  readonly says?: Buffer;
  /** Absent: all of the value. */
  readonly members?: readonly { readonly key: string; readonly name: Buffer; readonly part: Part }[];
}

const [QUOTE, ESCAPE, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** What a byte is outside of texts, by the byte: one look a byte, for there are millions. */
const [REST, BEGIN, END] = [0, LIST, LIST_END];
const kinds = new Uint8Array(256);
for (const [byte, kind] of [
  [QUOTE, QUOTE],
  [COMMA, COMMA],
  [LIST, BEGIN],
  [OBJECT, BEGIN],
  [LIST_END, END],
  [OBJECT_END, END],
] as const) {
  kinds[byte] = kind;
}

/** What does not meet a condition. */
const LEFT_OUT = Symbol('left out');

/**
 * A reader of the wanted parts of JSON texts. What is not wanted is passed over byte by byte and never becomes a value: of
 * a scorecard with all its units that is nearly everything.
 *
 * @returns takes a text as `JSON.stringify` writes it, without blanks; throws a `SyntaxError` if it is none
 */
export function jsonParts(wanted: Wanted): (json: Buffer) => unknown {
  const part = partOf(wanted);
  return (json) => new Reading(json).all(part);
}

function partOf(wanted: Wanted): Part {
  if (wanted === true) return {};
  if (typeof wanted === 'string') return { says: Buffer.from(JSON.stringify(wanted)) };
  const members = Object.entries(wanted).map(([key, each]) => ({
    key,
    name: Buffer.from(JSON.stringify(key)),
    part: partOf(each),
  }));
  return { members };
}

class Reading {
  private at = 0;
  private readonly json: Buffer;

  constructor(json: Buffer) {
    this.json = json;
  }

  all(part: Part): unknown {
    const value = this.read(part);
    if (this.at !== this.json.length) this.fail();
    return value;
  }

  private read({ says, members }: Part): unknown {
    const from = this.at;
    if (members && this.json[from] === LIST) return this.elements({ members });
    if (members && this.json[from] === OBJECT) return this.members(members);
    this.pass(0);
    if (says && !this.isAt(says, from)) return LEFT_OUT;
    return JSON.parse(this.json.toString('utf8', from, this.at)) as unknown;
  }

  private elements(part: Part): unknown[] {
    const found: unknown[] = [];
    const isOne = part.members?.some(({ part: { says } }) => says);
    if (this.json[++this.at] === LIST_END) this.at++;
    else {
      do {
        const value = this.read(part);
        if (value !== LEFT_OUT) found.push(value);
        if (isOne && found.length > 0) {
          this.pass(1);
          break;
        }
      } while (this.goesOn(LIST_END));
    }
    return found;
  }

  private members(members: NonNullable<Part['members']>): unknown {
    const found: Record<string, unknown> = {};
    if (this.json[++this.at] === OBJECT_END) this.at++;
    else {
      do {
        const name = this.at;
        this.passText();
        if (this.json[this.at++] !== COLON) this.fail();
        const member = members.find((each) => this.isAt(each.name, name));
        if (!member) {
          this.pass(0);
          continue;
        }
        const value = this.read(member.part);
        if (value === LEFT_OUT) {
          this.pass(1);
          return LEFT_OUT;
        }
        found[member.key] = value;
      } while (this.goesOn(OBJECT_END));
    }
    const isMet = members.every(({ key, part }) => !part.says || key in found);
    return isMet ? found : LEFT_OUT;
  }

  /** Whether another value follows; after the last one it goes past the end. */
  private goesOn(end: number): boolean {
    const byte = this.json[this.at++];
    if (byte !== COMMA && byte !== end) this.fail();
    return byte === COMMA;
  }

  /** Whether the text before here began at `from` and says this: the name of a member, or a condition. */
  private isAt(text: Buffer, from: number): boolean {
    for (let at = 0; at < text.length; at++) if (this.json[from + at] !== text[at]) return false;
    return true;
  }

  /** Goes to the end of a value, or of what it stands in: so many lists and objects are open. */
  private pass(open: number): void {
    const { json } = this;
    const { length } = json;
    let [at, depth] = [this.at, open];
    while (at < length) {
      const kind = kinds[json[at] as number];
      if (kind === REST) {
        at++;
        continue;
      }
      // Where nothing is open, the value is over, and what it stands in goes on or ends.
      if (depth === 0 && (kind === COMMA || kind === END)) break;
      at = kind === QUOTE ? endOfText(json, at) : at + 1;
      if (kind === BEGIN) depth++;
      else if (kind === END) depth--;
    }
    if (at === this.at || depth > 0 || at > length) this.fail();
    this.at = at;
  }

  private passText(): void {
    if (this.json[this.at] !== QUOTE) this.fail();
    this.at = endOfText(this.json, this.at);
  }

  private fail(): never {
    throw new SyntaxError(`No JSON at byte ${this.at}`);
  }
}

function endOfText(json: Buffer, begin: number): number {
  let at = begin + 1;
  for (let byte = json[at]; byte !== QUOTE && byte !== undefined; byte = json[at]) at += byte === ESCAPE ? 2 : 1;
  return at + 1;
}
