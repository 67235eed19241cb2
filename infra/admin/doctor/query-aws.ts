import type { LambdaClient } from '@aws-sdk/client-lambda';
import { SignatureV4 } from '@smithy/signature-v4';

/** Where and as whom AWS is asked: as another client of the SDK does. */
type Config = Pick<LambdaClient['config'], 'credentials' | 'region' | 'sha256'>;

interface Question {
  /** As endpoints are called: `sns`. */
  readonly service: string;
  readonly contentType: string;
  /** The operation of services that speak JSON. */
  readonly target?: string;
  readonly body: string;
}

const LONGEST_WAIT_MS = 10_000;

/**
 * Asks a service of AWS of which the project has no client, since only this command reads it: signed by the SDK's own
 * signer. `AWS_ENDPOINT_URL_…` leads elsewhere, as with every client.
 *
 * @returns the answer's text
 * @throws {Error} with the service's refusal
 */
async function ask({ credentials, region, sha256 }: Config, question: Question): Promise<string> {
  const { service, contentType, target, body } = question;
  const inRegion = await region();
  const elsewhere = process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? process.env['AWS_ENDPOINT_URL'];
  const url = new URL(elsewhere ?? `https://${service}.${inRegion}.amazonaws.com/`);
  const signer = new SignatureV4({ service, region: inRegion, credentials, sha256 });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port && { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, 'content-type': contentType, ...(target && { 'x-amz-target': target }) },
    body,
  });
  const { host: _, ...sent } = headers;
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  const answer = await fetch(url, { method: 'POST', headers: sent, body, signal });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

/** Asks a service that speaks AWS's Query protocol; it answers in XML. */
export function askByQuery(
  config: Config,
  service: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const body = new URLSearchParams(parameters).toString();
  return ask(config, { service, contentType: 'application/x-www-form-urlencoded; charset=utf-8', body });
}

/** Asks a service that speaks JSON. */
export async function askByJson<T>(config: Config, service: string, target: string, input: object): Promise<T> {
  const contentType = 'application/x-amz-json-1.1';
  return JSON.parse(await ask(config, { service, contentType, target, body: JSON.stringify(input) })) as T;
}

/** The members of a list in an answer of XML, each with its leaves by name. */
export function membersIn(xml: string): Readonly<Record<string, string>>[] {
  return [...xml.matchAll(/<member>((?:(?!<member>).)*?)<\/member>/gs)].map(([, inner = '']) =>
    Object.fromEntries([...inner.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, text])),
  );
}
