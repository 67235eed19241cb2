import { SQSClient } from '@aws-sdk/client-sqs';
import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';

/** Where the function asks for roll-ups. */
export const queue = rollUpQueue(new SQSClient(clientTimeouts), env('ROLLUP_QUEUE_URL'));
