import { system } from '#test/system/system.ts';
import type { Seen, Visitor } from '#test/system/visitor.ts';

/** A program that sends a machine token and nothing else: no cookie, no form's token. */
export class Machine {
  private readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.ask(path, { headers });
  }

  async json<Answer>(path: string): Promise<Answer> {
    return JSON.parse((await this.get(path)).text) as Answer;
  }

  post(path: string, body: unknown): Promise<Seen> {
    return this.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** As a form is sent. */
  postFields(path: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async ask(path: string, { headers, ...init }: RequestInit): Promise<Seen> {
    const response = await fetch(new URL(path, system().url), {
      ...init,
      redirect: 'manual',
      headers: { ...headers, authorization: `Bearer ${this.token}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes), bytes };
  }
}

/** Makes a token as the district's board does. @returns the token, and its number in the district */
export async function makeToken(
  board: Visitor,
  scopes: readonly string[],
  units: readonly string[] = [],
  days = 30,
): Promise<{ readonly token: string; readonly number: number }> {
  const headers = { 'x-csrf-token': await board.csrf() };
  const seen = await board.postJson('/directory/tokens', { action: 'make', name: 'Thử', scopes, units, days }, headers);
  if (seen.status !== 201) throw new Error(`No token: ${seen.status} ${seen.text}`);
  return (JSON.parse(seen.text) as { made: { token: string; number: number } }).made;
}

/** Takes a token back as the district's board does. */
export async function revokeToken(board: Visitor, number: number): Promise<Seen> {
  return board.post('/directory/tokens', { csrf: await board.csrf(), action: 'revoke', number: String(number) });
}
