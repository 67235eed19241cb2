import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readText } from '#infra/admin/read-text.ts';
import { readStage } from '#infra/stages/read-stage.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-texts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16, as the editor of Windows saves': utf16,
  'UTF-16, big end first': (text: string) => utf16(text).swap16(),
} as const;
const names = Object.keys(encodings) as (keyof typeof encodings)[];

it.each(names)('a file in %s is read', async (name) => {
  const path = join(folder, 'plan.csv');
  await writeFile(path, encodings[name]('what;from\nmerge;xã Đồng Tiến'));
  expect(await readText(path)).toBe('what;from\nmerge;xã Đồng Tiến');
});

it('a file in an encoding that is not certain is refused in a sentence', async () => {
  const path = join(folder, 'image.csv');
  await writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0xff, 0x00, 0xfe, 0x81]));
  await expect(readText(path)).rejects.toThrow(`${path} has letters that cannot be read: save it in UTF-8.`);
});

it.each(names)('so are the settings of a stage in %s', async (name) => {
  await writeFile(join(folder, 'thu.json'), encodings[name]('{"không": 1}'));
  expect(() => readStage('thu', folder)).toThrow(/không is no setting/);
});

it('settings in another encoding are refused in a sentence', async () => {
  await writeFile(join(folder, 'thu.json'), Buffer.from([0x7b, 0x22, 0xe0, 0xff, 0x22, 0x7d]));
  expect(() => readStage('thu', folder)).toThrow('thu.json is no JSON: it is in another encoding than UTF-8 or UTF-16');
});
