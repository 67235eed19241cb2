import { readFileSync } from 'node:fs';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf';
import boldItalic from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf';

/**
 * Tinos: each letter is as wide as in Times New Roman, all Vietnamese letters exist, and embedding is free (SIL OFL
 * 1.1). The files lie beside the function's code; the first PDF reads them, not the function's start.
 */
const files = { regular, bold, italic, boldItalic };
export type Font = keyof typeof files;
export const fonts = Object.keys(files) as readonly Font[];

const read = new Map<Font, Uint8Array>();

export function fontBytes(font: Font): Uint8Array {
  const bytes = read.get(font) ?? readFileSync(new URL(files[font], import.meta.url));
  read.set(font, bytes);
  return bytes;
}
