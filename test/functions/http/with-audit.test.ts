import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '#functions/http/request.ts';
import { withAudit } from '#functions/http/with-audit.ts';

const request = { now: '2026-11-24T02:00:00.000Z', route: 'POST /reports', address: '203.0.113.77' } as Request;
const session = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const append = () => Promise.reject(new Error('away'));
const owed = { note: vi.fn(async () => undefined), paid: vi.fn(async () => undefined), clear: async () => undefined };
const away = { audit: { append }, tried: { append }, owed };
const shows = {
  status: 422,
  json: 'the form with last month’s words',
  audit: [{ kind: 'viewed', of: 'a_1' }],
} as const;
const typed = { status: 503, json: 'what was typed' };

describe('where the audit cannot be written', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('nobody is shown what others have written', async () => {
    await expect(withAudit(shows, request, session, away)).rejects.toThrow('away');
  });

  it('a sender gets back what was typed, and nothing else', async () => {
    expect(await withAudit({ ...shows, unrecorded: typed }, request, session, away)).toEqual(typed);
  });

  it('what is already done is answered, and the log says that its entry is missing', async () => {
    const done = { status: 200, json: 'stored', audit: [{ kind: 'changed', of: 'a_1#2' }] } as const;
    expect(await withAudit(done, request, session, away)).toBe(done);
    expect(console.error).toHaveBeenCalledOnce();
  });
});
