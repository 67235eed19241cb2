import { beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#infra/demo/random.ts';
import { howMany } from '#test/how-many.ts';
import { mean, median, type Pair, permutationTest } from '#test/permutation-test.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { Visitor } from '#test/system/visitor.ts';

const NOBODY = 'khong-ai-ten-nay';
const visitor = new Visitor();

type Deed = (user: string) => Promise<{ readonly status: number }>;
const signIn: Deed = (user) => visitor.post('/login', { user, password: 'Sai-roi-2026' });
const askForCode: Deed = (user) => visitor.post('/login/forgotten', { user });
const enterCode: Deed = (user) =>
  visitor.post('/login/new-password', { user, code: '000000', password: 'Doan-mo-2026', repeat: 'Doan-mo-2026' });

async function timed(deed: Deed, user: string, status: number): Promise<number> {
  const before = performance.now();
  expect((await deed(user)).status).toBe(status);
  const ms = performance.now() - before;
  expect(ms).toBeGreaterThan(498); // `functions/http/even-time.ts`; clocks count whole milliseconds
  return ms;
}

beforeAll(async () => {
  const head = await Visitor.signedIn('district');
  const csrf = await head.csrf();
  await head.post('/directory/users/luong-phong', { csrf, change: 'email', email: 'luong-phong@example.vn' });
  await head.post('/directory/users/thai-son', { csrf, change: 'disable' });
  return async () => {
    await head.post('/directory/users/thai-son', { csrf, change: 'enable' });
  };
});

describe('the time of an answer does not tell whether a name exists', () => {
  const { timedPairs } = howMany;
  const fewer = Math.ceil(timedPairs / 4);
  it.each<[string, Deed, string, number, number]>([
    ['of a wrong password', signIn, 'luong-phong', 401, timedPairs],
    ['of a wrong password at a disabled account', signIn, 'thai-son', 401, fewer],
    ['of a request for a code by mail', askForCode, 'luong-phong', 200, timedPairs],
    ['of a request for a code without an address', askForCode, 'hoang-van', 200, fewer],
    ['of a wrong code', enterCode, 'luong-phong', 401, fewer],
  ])('%s', { timeout: 1_200_000 }, async (name, deed, user, status, count) => {
    const random = randomFrom(name);
    const pairs: Pair[] = [];
    for (let n = 0; n < count; n += 1) {
      await turnGuesses(2 * 24 * 60);
      const isKnownFirst = random.chance(0.5);
      const first = await timed(deed, isKnownFirst ? user : NOBODY, status);
      const second = await timed(deed, isKnownFirst ? NOBODY : user, status);
      pairs.push(isKnownFirst ? [first, second] : [second, first]);
    }
    const p = permutationTest(pairs, random);
    const figures = [mean, median].flatMap((of) => [
      of(pairs.map(([known]) => known)),
      of(pairs.map(([, not]) => not)),
    ]);
    const [meanKnown, meanNot, medianKnown, medianNot] = figures.map((ms) => ms.toFixed(2));
    console.log(
      `${name}, ${pairs.length} pairs: mean ${meanKnown} and ${meanNot} ms (p ${p.mean.toFixed(3)}), median ${medianKnown} and ${medianNot} ms (p ${p.median.toFixed(3)})`,
    );
    expect(Math.min(p.mean, p.median)).toBeGreaterThan(0.01);
  });
});
