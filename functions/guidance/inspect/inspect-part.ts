import { attributesOf, unescapeXml, xmlTokens } from '#functions/files/xml-tokens.ts';
import {
  attributeMarkers,
  callbackMarkers,
  contentTypeMarkers,
  elementMarkers,
  faultIn,
  fieldMarkers,
  formulaMarkers,
  linkMarkers,
  relationshipMarkers,
} from '#functions/guidance/inspect/office-markers.ts';
import type { FileFinding } from '#shared/guidance/file-content.ts';

/** Elements whose text is a formula. */
const formulas = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula']);
/** Elements whose text may be part of a field's instruction. */
const instructions = new Set(['instrText', 'delInstrText', 't', 'delText']);
const LONGEST_FOUND = 100;

/**
 * What a part of a Word or Excel file gives away; a part that is no XML, like a picture, nothing.
 *
 * @param ofCharts receives the names of workbooks that charts keep their figures in
 */
export function* inspectPart(name: string, content: Buffer, ofCharts: Set<string>): Generator<FileFinding> {
  const xml = textOf(content);
  if (xml === undefined) {
    if (/\.(xml|rels|vml)$/i.test(name)) yield { fault: 'broken', found: name };
    return;
  }
  try {
    yield* inspectXml(name, xml, ofCharts);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield { fault: 'broken', found: name };
  }
}

function* inspectXml(part: string, xml: string, ofCharts: Set<string>): Generator<FileFinding> {
  /** The fields that are open, each with its instruction so far, `undefined` once its result has begun. */
  const fields: (string | undefined)[] = [];
  const known = new Set<string>();
  const isRibbon = /customUI/i.test(part);
  let collected: { readonly name: string; text: string } | undefined;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (collected) collected.text += token.text;
      continue;
    }
    if (token.kind === 'end') {
      if (token.name !== collected?.name) continue;
      const { text } = collected;
      collected = undefined;
      if (formulas.has(token.name)) yield* findingIn(formulaMarkers, text.replace(/"[^"]*"|'[^']*'/g, ''));
      else if (fields.at(-1) !== undefined) fields.push(`${fields.pop()}${text}`);
      continue;
    }
    const { name, attributes } = token;
    // Millions of elements come here: most have no attributes, and no two of a name need to be looked at.
    if (!known.has(name)) {
      known.add(name);
      yield* findingIn(elementMarkers, name);
    }
    // As written and as meant: an escaped quote is no end of a value.
    if (attributes.length > 8) yield* findingIn(attributeMarkers, attributes);
    if (attributes.includes('&')) yield* findingIn(attributeMarkers, unescapeXml(attributes));
    if (isRibbon) yield* findingIn(callbackMarkers, attributes);
    if (name === 'Relationship') yield* inspectRelationship(part, attributesOf(attributes), ofCharts);
    if (name === 'Default' || name === 'Override') {
      yield* findingIn(contentTypeMarkers, attributesOf(attributes).get('ContentType') ?? '');
    }
    if (name === 'fldSimple') yield* findingIn(fieldMarkers, attributesOf(attributes).get('instr') ?? '');
    if (name === 'fldChar') yield* turn(fields, attributesOf(attributes).get('fldCharType'));
    if (!token.isEmpty && (formulas.has(name) || (instructions.has(name) && fields.length > 0))) {
      collected = { name, text: '' };
    }
  }
  for (const instruction of fields) yield* findingIn(fieldMarkers, instruction ?? '');
}

/** A field begins, or its instruction is complete. Another field may write a part of it, but not its name. */
function* turn(fields: (string | undefined)[], type: string | undefined): Generator<FileFinding> {
  const instruction = fields.at(-1);
  if (type === 'begin') {
    if (instruction !== undefined && !/^\s*\S+\s/.test(instruction)) {
      yield { fault: 'has-programs', found: 'a field that writes another’s name' };
    }
    fields.push('');
    return;
  }
  yield* findingIn(fieldMarkers, instruction ?? '');
  fields.pop();
  if (type === 'separate') fields.push(undefined);
}

/** Only plain links may lead out of the file. */
function* inspectRelationship(
  part: string,
  attributes: ReadonlyMap<string, string>,
  ofCharts: Set<string>,
): Generator<FileFinding> {
  const kind = (attributes.get('Type') ?? '').replace(/^.*\//s, '');
  const target = attributes.get('Target') ?? '';
  const leadsOut =
    attributes.get('TargetMode')?.trim().toLowerCase() === 'external' || /^([a-z][\w+.-]+:|\\\\|\/\/)/i.test(target);
  const found = `${kind}: ${target}`.slice(0, LONGEST_FOUND);
  if (leadsOut) {
    const fault = kind === 'hyperlink' ? faultIn(linkMarkers, target) : 'has-remote';
    if (fault) yield { fault, found };
    return;
  }
  const fault = faultIn(relationshipMarkers, kind);
  if (fault && kind === 'package' && /(^|\/)charts\/_rels\//i.test(part)) ofCharts.add(partName(part, target));
  else if (fault) yield { fault, found };
}

/** The part that a relationship's target names: relative to the folder above `_rels`. */
function partName(rels: string, target: string): string {
  const { pathname } = new URL(target, new URL('..', `zip:///${rels}`));
  return decodeURIComponent(pathname).slice(1);
}

function* findingIn(markers: Parameters<typeof faultIn>[0], text: string): Generator<FileFinding> {
  const fault = faultIn(markers, text);
  if (fault) yield { fault, found: text.trim().slice(0, LONGEST_FOUND) };
}

/** Encodings in which every letter of a marker is its own byte. */
const plainEncodings = /^(utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i;

/** The text of XML; `undefined` for what is no XML or in an encoding that could hide it. */
function textOf(content: Buffer): string | undefined {
  const [first, second] = content;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (isLittle || isBig) {
    const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(content);
    return text.includes('\0') ? undefined : text;
  }
  const text = content.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (!/^\s*</.test(text.slice(0, 1000)) || text.includes('\0')) return undefined;
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text.slice(0, 1000))?.[1] ?? 'utf-8';
  return plainEncodings.test(declared) ? text : undefined;
}
