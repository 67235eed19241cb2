import fc from 'fast-check';
import { expect, it } from 'vitest';
import { howMany } from '#test/how-many.ts';
import { isOpen, type Mark, sessionMark } from '#web/client/session-mark.ts';

const deed = fc.oneof(
  { weight: 5, arbitrary: fc.constant('ask' as const) },
  { weight: 2, arbitrary: fc.constant('sign out' as const) },
  { weight: 2, arbitrary: fc.constant('sign in' as const) },
  { weight: 1, arbitrary: fc.constant('lose network' as const) },
  { weight: 1, arbitrary: fc.constant('find network' as const) },
);
/** Each deed is begun; then so many steps of all that is under way are taken, in an order of chance. */
const order = fc.array(fc.tuple(deed, fc.nat({ max: 6 })), { minLength: 1, maxLength: 25 });

/** A device whose every look, word and request takes as long as chance has it, and the server that it asks. */
class Phone {
  /** The session that the device's cookie names, and those that the server knows. */
  cookie = 'first';
  readonly alive = new Set(['first']);
  hasNetwork = true;
  /** What the user has in view: a page with the button to sign out, the form to sign in, or that form being sent. */
  view: 'page' | 'form' | 'sent' = 'page';
  kept: Mark | undefined;
  #opened = 0;
  readonly #scheduler: fc.Scheduler;
  readonly mark;

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
    const soon = <Value>(value: () => Value, label: string) => scheduler.schedule(Promise.resolve(), label).then(value);
    const store = {
      read: () => soon(() => this.kept, 'read'),
      write: (mark: Mark) =>
        soon(() => {
          this.kept = mark;
        }, 'write'),
      clear: () => soon(() => undefined, 'clear'),
    };
    this.mark = sessionMark(store, (asked) => this.#answer(String(asked)));
  }

  async #answer(path: string): Promise<Response> {
    const { cookie } = this;
    await this.#scheduler.schedule(Promise.resolve(), 'request');
    if (!this.hasNetwork) throw new TypeError('no network');
    if (path === '/logout') this.alive.delete(cookie);
    const said = this.alive.has(cookie) ? `${cookie} 7200` : 'none';
    await this.#scheduler.schedule(Promise.resolve(), 'answer');
    return new Response('', { headers: { 'x-session': said } });
  }

  ask(): void {
    this.mark.ask('/page' as unknown as Request).catch(() => undefined);
  }

  /** A form that the browser sends itself: without network it ends at the device. */
  signOut(): void {
    if (this.view !== 'page') return;
    this.view = 'form';
    this.mark.close(true);
    if (this.hasNetwork) this.alive.delete(this.cookie);
  }

  /** The server answers later than the device's own storage does, and leads to a page. */
  async signIn(): Promise<void> {
    if (this.view !== 'form' || !this.hasNetwork) return;
    this.view = 'sent';
    this.#opened += 1;
    const cookie = `session-${this.#opened}`;
    await this.mark.close(false);
    this.cookie = cookie;
    this.alive.add(cookie);
    this.view = 'page';
    this.ask();
  }
}

it(`what was closed stays closed, and the server hears of it, in ${howMany.outboxOrders} random orders`, async () => {
  await fc.assert(
    fc.asyncProperty(order, fc.scheduler(), async (deeds, scheduler) => {
      const phone = new Phone(scheduler);
      phone.ask();
      await scheduler.waitIdle();
      expect(phone.kept?.session).toBe('first');
      for (const [each, steps] of deeds) {
        if (each === 'ask') phone.ask();
        if (each === 'lose network') phone.hasNetwork = false;
        if (each === 'find network') phone.hasNetwork = true;
        if (each === 'sign out') phone.signOut();
        if (each === 'sign in') void phone.signIn();
        for (let step = 0; step < steps && scheduler.count() > 0; step += 1) await scheduler.waitOne();
      }
      await scheduler.waitIdle();
      const { kept } = phone;
      const isSignedIn = phone.view === 'page';
      expect(kept && isOpen(kept) ? kept.session : phone.cookie).toBe(phone.cookie);
      if (!isSignedIn) expect(kept && isOpen(kept)).toBe(false);

      phone.hasNetwork = true;
      phone.ask();
      await scheduler.waitIdle();
      expect(phone.alive.has(phone.cookie)).toBe(isSignedIn);
      expect(isOpen(phone.kept)).toBe(isSignedIn);
    }),
    { numRuns: howMany.outboxOrders },
  );
});
