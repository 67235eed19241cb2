import { folded } from '#shared/input/lists/head-row.ts';
import type { Choices } from '#shared/reports/choices.ts';

/** What people write for an answer, by its code: small letters without marks. */
const said: Readonly<Record<string, readonly string[]>> = {
  yes: ['x', 'co', 'dat', 'du', 'roi', 'da', 'v', '1', 'y', 'true'],
  no: ['khong', 'ko', 'k', 'khong dat', 'chua', '0', 'n', 'false'],
  na: ['khong co chi uy', 'khong ap dung'],
  regular: ['thuong ky', 'dinh ky', 'sinh hoat dinh ky', 'sinh hoat thuong ky', 'tk', 'sh thuong ky', 'sinh hoat le'],
  thematic: ['chuyen de', 'sinh hoat chuyen de', 'cd', 'sh chuyen de'],
  extraordinary: ['bat thuong', 'dot xuat'],
  resolution: ['x', 'co', 'nghi quyet', 'nq', 'co nghi quyet', 'ra nghi quyet', 'co nq'],
  conclusion: ['ket luan', 'kl', 'co ket luan'],
  none: ['khong', 'khong co', 'ko', 'khong co nghi quyet', 'khong nghi quyet', 'chua'],
};

/**
 * The code of a choice that a cell of a sheet names: by its code, its label, or as people write it.
 *
 * @example readChoice('NQ', resolutions) //=> 'resolution'
 */
export function readChoice(text: string, choices: Choices): string | undefined {
  const word = folded(text);
  const found = Object.entries(choices).find(
    ([code, { vi, en }]) => code === text || [folded(vi), folded(en)].includes(word) || said[code]?.includes(word),
  );
  if (found) return found[0];
  // A resolution is often named by its number: „05-NQ/CB“.
  const sign = /\bnq\b/.test(word) ? 'resolution' : /\bkl\b/.test(word) ? 'conclusion' : '';
  return Object.hasOwn(choices, sign) ? sign : undefined;
}
