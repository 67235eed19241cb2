import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastMonth, meeting } from '#test/system/meeting.ts';
import { admin, hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const units = `id;level;kind;name;type;from;to;group
tan-yen;district;huyện;Tân Yên;;2019-03;;
tan-yen.cao-xa;commune;xã;Cao Xá;;2019-03;;1
tan-yen.cao-xa.nguon;cell;Chi bộ thôn;Nguồn;thon;2019-03;;
`;
const first = 'Ban-dau-2026';
const users = `user;role;unit;group;password
cao-xa.nguon;cell;tan-yen.cao-xa.nguon;;${first}
cao-xa;commune;tan-yen.cao-xa;;${first}
tan-yen-1;group;tan-yen;1;${first}
tan-yen;district;tan-yen;;${first}
`;

/** A second district beside the demo's, with an account of each role and a report of last month: its id. */
export async function enterForeignDistrict(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-foreign-'));
  for (const [what, lines] of Object.entries({ units, users })) {
    const file = join(folder, `${what}.csv`);
    await writeFile(file, lines);
    await admin('import', what, file);
  }
  await rm(folder, { recursive: true });
  for (const user of ['cao-xa.nguon', 'cao-xa', 'tan-yen-1', 'tan-yen']) await choosePassword(user);

  const district = await Visitor.signedIn('tan-yen');
  const cell = 'tan-yen.cao-xa.nguon';
  const date = `${lastMonth}-03`;
  await district.post('/reports', { ...meeting(cell, { date }), csrf: await district.csrf(), baseRevision: '0' });
  await admin('rollup', '--district', 'tan-yen', '--month', lastMonth);
  return `${cell}_${date}_regular`;
}

async function choosePassword(user: string): Promise<void> {
  const visitor = new Visitor();
  const seen = await visitor.post('/login', { user, password: first });
  if (!seen.text.includes('action="/password"')) return; // another file of tests has been here
  const { challenge = '' } = hiddenFields(seen.text, '/password');
  await visitor.post('/password', { user, challenge, password: PASSWORD, repeat: PASSWORD });
}
