import { readFileSync } from 'node:fs';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf';
import boldItalic from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf';
import { create, type OpenFont } from 'fontkit';
import { layoutByPairs } from '#functions/pdf/pair-layout.ts';

/**
 * Tinos: each letter is as wide as in Times New Roman, all Vietnamese letters exist, and embedding is free (SIL OFL
 * 1.1). The files lie beside the function's code; the first PDF reads them, not the function's start.
 */
const files = { regular, bold, italic, boldItalic };
export type Font = keyof typeof files;
export const fonts = Object.keys(files) as readonly Font[];

const opened = new Map<Font, OpenFont>();

/** A font, read and understood once in a function's life: to learn its rules takes longer than to draw a short report. */
export function openFont(font: Font): OpenFont {
  const open = opened.get(font) ?? readFont(font);
  opened.set(font, open);
  return open;
}

function readFont(font: Font): OpenFont {
  const open = create(readFileSync(new URL(files[font], import.meta.url)));
  open.layout = layoutByPairs(open.layout.bind(open));
  return open;
}
