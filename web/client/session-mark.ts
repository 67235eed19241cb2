/** What a device knows of the session of its last answer. Instants are the device's own, in ms. */
export interface Mark {
  /** Tells sessions apart; blank once nobody is signed in. */
  readonly session: string;
  readonly from: number;
  readonly until: number;
  /** The user has signed out, and it is not known whether the server heard of it. */
  readonly signsOut?: boolean;
}

/** Where the mark is kept, beside what only its session may open. */
export interface MarkStore {
  read(): Promise<Mark | undefined>;
  write(mark: Mark): Promise<void>;
  /** Removes what is kept of a session. */
  clear(): Promise<void>;
}

/** Clocks are corrected by so much; one that was put back further opens nothing. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Without a mark nobody has signed in on the device, so nothing is over. */
const NEVER: Mark = { session: '', from: 0, until: Number.POSITIVE_INFINITY };

export const isOpen = ({ from, until }: Mark = NEVER, now = Date.now()) => from <= now && now < until;

/**
 * The session of a device, as its answers tell it (`functions/http/session-header.ts`). Whatever reads or changes the mark
 * does so in turn: an answer that was under way must not bring back what a sign-out closed between its look and its word.
 */
export function sessionMark({ read, write, clear }: MarkStore, fetch: typeof globalThis.fetch) {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = last.then(work, work);
    last = done;
    return done;
  }

  function set(session: string, seconds: number, signsOut = false): Promise<void> {
    const now = Date.now();
    return write({ session, from: now - CLOCK_SLACK_MS, until: now + seconds * 1000, signsOut });
  }
  async function shut(signsOut = false): Promise<void> {
    await set('', 0, signsOut);
    await clear();
  }

  const find = () => inTurn(read);

  /** The mark of the session that is open; one whose time is over is closed. */
  const findOpen = () =>
    inTurn(async () => {
      const mark = await read();
      if (mark && isOpen(mark)) return mark;
      if (mark && mark.session !== '') await shut();
      return undefined;
    });

  /** Closes what is kept of a session. Begun at once: nothing that is asked for afterwards finds it open. */
  const close = (signsOut: boolean) => inTurn(() => shut(signsOut));

  /** Asks the server, and notes what its answer says of the session. */
  async function ask(request: Request): Promise<Response> {
    let before = await find();
    // Who signed out without network is signed out before anything else.
    if (before?.signsOut) {
      await fetch('/logout', { method: 'POST', redirect: 'manual' });
      before = await inTurn(async () => {
        if ((await read())?.signsOut) await set('', 0);
        return read();
      });
    }
    const answer = await fetch(request);
    const [session = '', seconds = ''] = (answer.headers.get('x-session') ?? '').split(' ');
    if (session !== '') await inTurn(() => note(before, session, Number(seconds)));
    return answer;
  }

  async function note(before: Mark | undefined, session: string, seconds: number): Promise<void> {
    const mark = await read();
    // Somebody signed in or out while the answer was under way: it says nothing of now.
    if (mark?.session !== before?.session || (mark?.session === '' && mark.from !== before?.from)) return;
    if (session === 'none') {
      if (mark?.session !== '') await shut();
    } else {
      if (mark && mark.session !== session) await shut();
      await set(session, seconds);
    }
  }

  return { find, findOpen, close, ask };
}
