import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bearerOf } from '#functions/http/bearer-of.ts';

interface Bare {
  readonly statusCode: number;
  /** Of the problem document (RFC 9457), as `problem` names it. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** A sentence, where no page could be made or sent; a program gets the same as a problem document. */
export function bareAnswer(
  { statusCode, code, title, detail }: Bare,
  { headers = {} }: Partial<Pick<APIGatewayProxyEventV2, 'headers'>> = {},
): APIGatewayProxyStructuredResultV2 & { readonly headers: Record<string, string>; readonly body: string } {
  const isProgram =
    bearerOf({ headers }) !== undefined || /\bapplication\/(problem\+)?json\b/.test(headers['accept'] ?? '');
  return {
    statusCode,
    headers: {
      'content-type': isProgram ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
    isBase64Encoded: false,
    body: isProgram
      ? JSON.stringify({ type: `urn:problem:${code}`, title, status: statusCode, detail })
      : `<!doctype html><html lang="vi"><title>${title}</title><p>${detail}</p></html>`,
  };
}
