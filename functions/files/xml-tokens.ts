/** A piece of XML: an element's start or end by its local name, or text between them. */
export type XmlToken =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Reads XML piece by piece, in time linear in its length. Prefixes of names do not count: a file chooses its own.
 *
 * @throws {SyntaxError} for what no reader would take, and for declarations, which Office forbids: an entity could hide
 *   any word
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      yield { kind: 'text', text: unescapeXml(xml.slice(at, end)) };
      at = end;
    } else if (xml.startsWith('<!--', at)) {
      at = endOf(xml, '-->', at + 4);
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = endOf(xml, ']]>', at);
      yield { kind: 'text', text: xml.slice(at + 9, end - 3) };
      at = end;
    } else if (xml.startsWith('<?', at)) {
      at = endOf(xml, '?>', at);
    } else if (xml.startsWith('<!', at)) {
      throw new SyntaxError('a declaration');
    } else {
      const end = endOfTag(xml, at);
      yield tagOf(xml.slice(at + 1, end - 1));
      at = end;
    }
  }
}

/** The attributes of a start tag, by local name. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = '', one, two]) => [localName(name), unescapeXml(one ?? two ?? '')]));
}

function tagOf(inner: string): XmlToken {
  if (inner.startsWith('/')) return { kind: 'end', name: localName(inner.slice(1).trim()) };
  const isEmpty = inner.endsWith('/');
  const [name = ''] = /^[^\s/]+/.exec(inner) ?? [];
  if (!name) throw new SyntaxError('a tag without a name');
  return { kind: 'start', name: localName(name), attributes: inner.slice(name.length), isEmpty };
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** A `>` within quotes does not end a tag. */
function endOfTag(xml: string, start: number): number {
  const marks = /["'>]/g;
  marks.lastIndex = start;
  for (let mark = marks.exec(xml); mark; mark = marks.exec(xml)) {
    if (mark[0] === '>') return marks.lastIndex;
    marks.lastIndex = endOf(xml, mark[0], marks.lastIndex);
  }
  throw new SyntaxError('a tag without an end');
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new SyntaxError(`no ${mark}`);
  return at + mark.length;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text of XML with its escapes as they are meant. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
