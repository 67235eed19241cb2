import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '#infra/local/iam/conditions.ts';
import { judge, refusalText, type Statement } from '#infra/local/iam/policy.ts';
import { readBody } from '#infra/local/iam/read-body.ts';
import { awsError, type Reply } from '#infra/local/iam/reply.ts';

/** The caller: a function with its role, or the operator, who may do everything. */
export interface Principal {
  readonly name: string;
  readonly statements: readonly Statement[] | 'everything';
  readonly secret: string;
}

/** A permission that a call needs. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** What conditions may ask about. */
  readonly context?: Context;
}

export interface Call {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

/** An AWS service behind the AWS endpoint. */
export interface Service {
  /** The operation that a request asks for; `undefined` if it is not this service's. */
  operation(request: IncomingMessage): string | undefined;
  /** The bodies are files: `input` stays empty. */
  readonly takesBytes?: true;
  /** The access key that signed a call, if it is not in the call's headers. */
  signer?(call: Call): Promise<string | undefined>;
  /** The permissions that a call needs. None: anyone may call without credentials, as in AWS. */
  needs(call: Call): readonly Need[] | Promise<readonly Need[]>;
  answer(call: Call): Promise<Reply>;
  /** Writes a refusal in the service's own words; without it, as most services do. */
  refusal?(type: string, message: string): Reply;
}

/** DynamoDB takes 16 MB, the others less. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Stands for AWS. Functions send every call here; the access key tells whose it is, and the policies of that function's
 * role decide, before a service answers.
 */
export class AwsEndpoint {
  readonly url: string;
  private readonly server: Server;
  private readonly log: (line: string) => void;
  private readonly principals = new Map<string, Principal>();
  /** The rights that each has not used yet. */
  private readonly unused = new Map<Principal, Set<Statement>>();
  private readonly services: Service[] = [];

  private constructor(server: Server, log: (line: string) => void) {
    this.server = server;
    this.log = log;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => void this.serve(request, response));
  }

  static async start(log: (line: string) => void): Promise<AwsEndpoint> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new AwsEndpoint(server, log);
  }

  registerPrincipal(accessKey: string, principal: Principal): void {
    this.principals.set(accessKey, principal);
    this.unused.set(principal, new Set(rightsOf(principal)));
  }

  /** The permissions of every function, and those that it never used, as `action resource`. */
  usage(): { readonly name: string; readonly granted: readonly string[]; readonly unused: readonly string[] }[] {
    return [...this.unused].flatMap(([principal, unused]) =>
      principal.statements === 'everything'
        ? []
        : [{ name: principal.name, granted: rightsOf(principal).map(textOf), unused: [...unused].map(textOf) }],
    );
  }

  /** The secret of an access key; `undefined` for one that was never issued. */
  secretOf(accessKey: string): string | undefined {
    return this.principals.get(accessKey)?.secret;
  }

  registerService(service: Service): void {
    this.services.push(service);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let reply: Reply;
    try {
      reply = await this.reply(request);
    } catch (error) {
      this.log(`${request.headers['x-amz-target'] ?? request.url}: ${error instanceof Error ? error.stack : error}`);
      reply = awsError(500, 'InternalServerError', String(error));
    }
    const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(JSON.stringify(reply.body));
    response.statusCode = reply.status;
    response.setHeaders(new Map(Object.entries({ 'content-type': 'application/x-amz-json-1.0', ...reply.headers })));
    // No `writeHead`: it would not know the length yet, and the body would go in chunks.
    response.end(body);
  }

  private async reply(request: IncomingMessage): Promise<Reply> {
    const body = await readBody(request, mostBytes);
    if (!body) return awsError(413, 'RequestEntityTooLarge', 'Request is too large');
    for (const service of this.services) {
      const operation = service.operation(request);
      if (operation === undefined) continue;
      const isJson = body.length > 0 && !service.takesBytes;
      const call = { operation, request, body, input: isJson ? JSON.parse(body.toString()) : {} };
      const accessKey = accessKeyIn(request) ?? (await service.signer?.(call));
      const refuse = service.refusal ?? ((type, message) => awsError(400, type, message));
      return this.refusal(accessKey, await service.needs(call), refuse) ?? service.answer(call);
    }
    return awsError(400, 'UnknownOperationException', `nothing here answers ${request.method} ${request.url}`);
  }

  private refusal(
    accessKey: string | undefined,
    needs: readonly Need[],
    refuse: (type: string, message: string) => Reply,
  ): Reply | undefined {
    if (needs.length === 0) return undefined;
    if (!accessKey) return refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
    const principal = this.principals.get(accessKey);
    if (!principal) {
      return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    if (principal.statements === 'everything') return undefined;
    for (const { action, resource, context } of needs) {
      const verdict = judge(principal.statements, action, resource, context);
      if (verdict === 'allowed') {
        const unused = this.unused.get(principal) ?? new Set();
        for (const right of unused) if (judge([right], action, resource, context) === 'allowed') unused.delete(right);
        continue;
      }
      const message = refusalText(principal.name, action, resource, verdict);
      this.log(message);
      return refuse('AccessDeniedException', message);
    }
    return undefined;
  }
}

function accessKeyIn({ headers }: IncomingMessage): string | undefined {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1];
}

/** What a principal may do: each statement split into one for each action, resource and kind of key. */
function rightsOf({ statements }: Principal): Statement[] {
  if (statements === 'everything') return [];
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ effect, actions, resources, conditions }) => {
      const { [LIKE]: like, ...others } = conditions;
      const [[key, values] = []] = Object.entries(like ?? {});
      const each = key ? values?.map((value) => ({ ...others, [LIKE]: { [key]: [value] } })) : undefined;
      return actions.flatMap((action) =>
        resources.flatMap((resource) =>
          (each ?? [conditions]).map((one) => ({ effect, actions: [action], resources: [resource], conditions: one })),
        ),
      );
    });
}

const LIKE = 'ForAllValues:StringLike';

function textOf({ actions, resources, conditions }: Statement): string {
  const keys = Object.values(conditions[LIKE] ?? {});
  return [actions, resources, ...keys].join(' ');
}
