/** The AWS endpoint's reply to an SDK; a buffer is sent as it is, everything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function awsError(status: number, type: string, message: string): Reply {
  // DynamoDB spells it `Message`, the others `message`; the SDK reads either.
  return { status, body: { __type: `com.amazon.coral.service#${type}`, message, Message: message } };
}
