import { attributesOf, type XmlToken } from '#functions/files/xml-tokens.ts';

/** A piece of a text; its font says how its letters are meant. */
export interface Piece {
  readonly text: string;
  readonly font?: string;
}

/** The pieces of a text up to the end of its element; how it is pronounced is none of them. */
export function readPieces(tokens: Iterator<XmlToken>, until: string): Piece[] {
  const pieces: Piece[] = [];
  let font: string | undefined;
  let [isText, isSpoken] = [false, false];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') {
      if (isText && !isSpoken) pieces.push({ text: token.text, ...(font && { font }) });
    } else if (token.kind === 'start') {
      if (token.name === 'r') font = undefined;
      if (token.name === 'rFont') font = attributesOf(token.attributes).get('val');
      if (token.name === 't' && !token.isEmpty) isText = true;
      if (token.name === 'rPh' && !token.isEmpty) isSpoken = true;
    } else {
      if (token.name === 't') isText = false;
      if (token.name === 'rPh') isSpoken = false;
      if (token.name === until) break;
    }
  }
  return pieces;
}
