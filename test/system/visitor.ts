import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { system } from '#test/system/system.ts';
import { misread } from '#test/web/misread.ts';

export const PASSWORD = 'Chi-bo-2026';

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

type Fields = Readonly<Record<string, string>>;

/**
 * A browser without scripts: it keeps cookies, follows redirects and posts the forms it was shown. No page may be one that
 * browsers read differently.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /** The address of the system that it visits: by default the one of this worker. */
  protected get site(): string {
    return system().url;
  }

  static async signedIn(user: string): Promise<Visitor> {
    const visitor = new Visitor();
    const seen = await visitor.post('/login', { user, password: PASSWORD });
    if (seen.status !== 200) throw new Error(`${user} was not signed in: ${seen.status}`);
    return visitor;
  }

  get(path: string, headers: Fields = {}): Promise<Seen> {
    return this.send('GET', path, headers);
  }

  json(path: string): Promise<unknown> {
    return this.get(path, { accept: 'application/json' }).then(({ text }) => JSON.parse(text) as unknown);
  }

  /** Posts fields as a form does. */
  post(path: string, fields: Fields, headers: Fields = {}): Promise<Seen> {
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: this.site };
    return this.send('POST', path, { ...type, ...headers }, new URLSearchParams(fields).toString());
  }

  postJson(path: string, body: unknown, headers: Fields = {}): Promise<Seen> {
    const type = { 'content-type': 'application/json', accept: 'application/json' };
    return this.send('POST', path, { ...type, ...headers }, JSON.stringify(body));
  }

  /** Posts a form with a file in it. */
  postForm(path: string, form: FormData): Promise<Seen> {
    return this.send('POST', path, { origin: this.site }, form);
  }

  /** The token that this visitor's forms carry. */
  async csrf(): Promise<string> {
    return hiddenFields((await this.get('/receipts')).text, '/logout')['csrf'] ?? '';
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Takes over a cookie of somebody else. */
  take(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** One request as it is answered, no redirect followed. */
  raw(method: string, path: string, fields?: Fields): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: this.site };
    const body = fields && new URLSearchParams(fields).toString();
    return fetch(new URL(path, this.site), { method, headers, redirect: 'manual', ...(body && { body }) });
  }

  forget(name: string): void {
    this.cookies.delete(name);
  }

  protected ask(url: URL, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }

  protected async send(method: string, path: string, headers: Fields, body?: string | FormData): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.ask(new URL(path, this.site), {
      method,
      headers: { ...headers, ...(cookie && { cookie }) },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const location = response.headers.get('location');
    const followed = response.status === 303 && location;
    if (followed) {
      if (!URL.canParse(location)) throw new Error(`Lynx waits at a relative address: ${location}`);
      await response.arrayBuffer();
      return this.send('GET', location, { ...(headers['accept'] && { accept: headers['accept'] }) });
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const faults = response.headers.get('content-type')?.startsWith('text/html') ? misread(text) : [];
    if (faults.length > 0) throw new Error(`${method} ${path} is read differently: ${faults.join('; ')}`);
    return { status: response.status, headers: response.headers, text, bytes };
  }
}

/** The hidden fields of the form with this action. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find((each) => each[1] === action);
  if (!form) throw new Error(`The page has no form that posts to ${action}`);
  const inputs = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Runs the operator's command line against the system under test. */
export function admin(...words: readonly string[]): Promise<string> {
  return adminOf(system().dataDir, ...words);
}

/** Runs it against the system of a folder. */
export async function adminOf(dataDir: string, ...words: readonly string[]): Promise<string> {
  // Compiling the command line takes longer than most commands: once will do.
  const compiled = join(tmpdir(), 'so-chi-bo-compiled');
  const env = { ...process.env, DATA_DIR: dataDir, NODE_COMPILE_CACHE: compiled };
  const { stdout } = await promisify(execFile)(process.execPath, ['infra/admin/admin.ts', ...words], { env });
  return stdout;
}
