import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDay } from '#shared/language/format.ts';
import { addDays, addMonths, type Day, dayAt, monthAt } from '#shared/period.ts';
import { type DemoSystem, type SignedIn, signIn } from '#test/bench/demo-system.ts';

/** What a task did that is paid by the piece. */
export interface Pieces {
  readonly calls?: number;
  readonly runs?: number;
  readonly bytes?: number;
  readonly mails?: number;
}
export type Act = () => Promise<Pieces>;
type Fields = Readonly<Record<string, string>>;

/** A browser without scripts that counts: requests, and the bytes of their answers. */
class Desk {
  private readonly url: string;
  private readonly who: SignedIn;
  private calls = 0;
  private bytes = 0;

  constructor(url: string, who: SignedIn) {
    this.url = url;
    this.who = who;
  }

  /** The page, or the one that it leads to. */
  async get(path: string): Promise<string> {
    const { location, text } = await this.ask(path, {});
    return location ? this.get(location) : text;
  }

  /** @returns the page that it leads to */
  async post(path: string, fields: Fields): Promise<string> {
    const body = new URLSearchParams({ csrf: this.who.token, ...fields }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: this.url };
    const { location, text } = await this.ask(path, { method: 'POST', body, headers });
    return location ? this.get(location) : text;
  }

  /** Since it was last asked. */
  take(): Pieces {
    const { calls, bytes } = this;
    this.calls = 0;
    this.bytes = 0;
    return { calls, bytes };
  }

  private async ask(path: string, init: RequestInit): Promise<{ text: string; location: string | null }> {
    const headers = { ...this.who.headers, accept: 'text/html', 'accept-encoding': 'br', ...init.headers };
    const answer = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${path} answers ${answer.status}: ${shownErrors(text)}`);
    this.calls += 1;
    this.bytes += Number(answer.headers.get('content-length') ?? 0);
    return { text, location: answer.headers.get('location') };
  }
}

/** The fields that a form would send as it stands. */
function fieldsIn(html: string, start: RegExp): Record<string, string> {
  const form = new RegExp(`${start.source}.*?</form>`, 's').exec(html)?.[0] ?? '';
  const of = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([each]) => each);
  const sent = inputs.filter((each) => !each.includes('type="checkbox"') || / checked/.test(each));
  return Object.fromEntries(sent.map((each) => [of(each, 'name'), of(each, 'value').replaceAll('&quot;', '"')]));
}

/**
 * What a district does besides reports, each as a browser does it: with the page that its form stands on and the page that
 * it leads to.
 *
 * @param report one that waits for the district's word, of a cell of Thanh Vân
 */
export async function actsOf(
  { url, operator, invoke, dataDir }: DemoSystem,
  report: string,
): Promise<Readonly<Record<string, Act>>> {
  const desk = async (user: string) => new Desk(url, await signIn(url, user));
  const [board, commune, cell, group] = [
    await desk('district'),
    await desk('thanh-van'),
    await desk('thanh-van.thanh-binh'),
    await desk('group5'),
  ];
  const now = new Date().toISOString();
  const [today, month, last] = [dayAt(now), monthAt(now), addMonths(monthAt(now), -1)];
  const page = (by: Desk, path: string) => async () => {
    await by.get(path);
    return by.take();
  };
  const proposal = /\/actions\/new\?unit=([^&"]+)&amp;indicator=(\w+)&amp;month=([\d-]+)/;
  const [, unit = '', indicator = '', of = ''] = proposal.exec(await board.get('/actions?state=proposed')) ?? [];
  const visits = await group.get(`/visits?month=${month}`);
  const to = /<select[^>]*name="plans\[0\]\.unit".*?value="(hiep-hoa\.[^"]+)"/s.exec(visits)?.[1] ?? '';
  const member = /<select[^>]*name="plans\[0\]\.member".*?<option value="([^"]+)"/s.exec(visits)?.[1] ?? '';
  const { headers } = await signIn(url, 'district');
  const { cells } = (await (await fetch(`${url}/months/${month}?unit=hiep-hoa.thanh-van`, { headers })).json()) as {
    cells: { cell: { id: string } }[];
  };
  for (const each of [board, commune, cell, group]) each.take();
  return {
    'an action, opened, told of and closed': async () => {
      await board.get(`/actions/new?unit=${unit}&indicator=${indicator}&month=${of}`);
      const due = formatDay(addDays(today, 40));
      const plan = {
        what: 'Đôn đốc chi bộ gửi báo cáo trước ngày 3',
        who: 'Phó Bí thư Đảng ủy',
        due,
        cause: 'reporting',
      };
      await board.post('/actions', {
        step: 'open',
        unit,
        indicator,
        month: of,
        seen: '0',
        ...plan,
        why: 'Chưa ai nhắc',
      });
      const id = `/actions/${unit}_${indicator}_${of}`;
      const told = { month: `${month.slice(5)}/${month.slice(0, 4)}`, said: 'Đã họp với các chi bộ' };
      await board.post(id, { step: 'progress', seen: '1', ...told });
      await board.post(id, { step: 'close', seen: '2', result: 'Đã gửi đủ', despite: 'Sắp sáp nhập xã' });
      return board.take();
    },
    'a training, entered with who came': async () => {
      await board.get('/trainings');
      const course = {
        subject: 'Ra nghị quyết cụ thể',
        heldOn: formatDay(today),
        trainer: 'Trung tâm Chính trị huyện',
      };
      const seen = await board.post('/trainings', { ...course, places: '400', 'invite[0]': 'secretary' });
      const path = /\/trainings\/\d{4}-\d\d-\d\d_\d+/.exec(seen)?.[0] ?? '';
      const came = Object.fromEntries(cells.map(({ cell: { id } }) => [`seat.${id}.secretary`, 'came']));
      await board.post(path, { baseRevision: '1', action: 'attendance', ...came });
      return board.take();
    },
    'a review, confirmed': async () => {
      await board.get(`/reports/${report}`);
      await board.post(`/reports/${report}`, { action: 'confirm', baseRevision: '1', reason: 'Đã xem' });
      return board.take();
    },
    'an agenda, prepared': async () => {
      const form = await cell.get(`/prepare?cell=hiep-hoa.thanh-van.thanh-binh&month=${month}`);
      const meeting = { day: formatDay(today), startTime: '19h30', venue: 'nhà văn hóa thôn' };
      await cell.post('/prepare', { ...fieldsIn(form, /<form id="agenda-form"/), ...meeting });
      return cell.take();
    },
    'a visit, planned and reported': async () => {
      await group.get(`/visits?month=${month}`);
      const row = { 'plans[0].unit': to, 'plans[0].date': formatDay(today), 'plans[0].member': member };
      await group.post('/visits', { action: 'plan-many', month, ...row });
      await group.get(`/visits/new?visit=${to}_${today}_visit-5`);
      const seen = { seen: 'Đủ trình tự các bước, thảo luận đúng trọng tâm', advice: 'Gửi tài liệu sớm hơn' };
      const sheet = { action: 'report', baseRevision: '1', unit: to, date: formatDay(today), member };
      await group.post('/visits', { ...sheet, ...seen, 'points.guiding': '2' });
      return group.take();
    },
    'a briefing, read': page(board, `/briefings/hiep-hoa/${last}`),
    'a morning of reminders': async () => {
      const before = (await mailsIn(dataDir)).length;
      await invoke(operator.outputs['RemindFunction'] ?? '', { time: morningOf(workingDay(today)) });
      return { runs: 1, mails: (await mailsIn(dataDir)).length - before };
    },
    'the district’s home': page(board, '/'),
    'a commune’s home': page(commune, '/'),
    'the matrix': page(board, `/scorecards/hiep-hoa/${last}?view=matrix`),
    'the reviews': page(board, `/reviews?month=${last}`),
    'the tasks of a commune': page(commune, '/tasks'),
    'the actions': page(board, '/actions'),
  };
}

const mailsIn = (dataDir: string) => readdir(join(dataDir, 'mail')).catch(() => []);
/** Nobody is reminded on days off. */
const workingDay = (day: Day): Day => (new Date(day).getUTCDay() % 6 === 0 ? workingDay(addDays(day, 1)) : day);
const morningOf = (day: Day) => new Date(Date.parse(`${day}T07:30:00+07:00`)).toISOString();
const shownErrors = (html: string) =>
  html
    .replaceAll(/<style.*?<\/style>|<[^>]+>/gs, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 900);
