/** The library that reads fonts for PDFKit, which takes a font that is open already. It has no types of its own. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** What it stands for in a text that is copied. */
    readonly codePoints: readonly number[];
  }
  /** A text as a font sets it, in the font's own units. */
  export interface Run {
    readonly glyphs: Glyph[];
    readonly positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
    readonly advanceWidth: number;
  }
  export interface OpenFont {
    layout(text: string, features?: unknown): Run;
    createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array };
  }
  export function create(bytes: Uint8Array): OpenFont;
}
