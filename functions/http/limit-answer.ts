import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bareAnswer } from '#functions/http/bare-answer.ts';

/** Lambda passes on 6 MB of an answer as JSON, in which bytes stand in base 64 ("Lambda quotas"); a little is for headers. */
export const MOST_ANSWER_BYTES = 6 * 1024 * 1024 - 64 * 1024;

const tooMuch = {
  statusCode: 413,
  code: 'answer-too-large',
  title: 'Nội dung quá lớn',
  detail:
    'Nội dung này quá lớn nên không gửi được trong một lần. Đề nghị đồng chí mở hoặc tải riêng từng xã, hoặc chọn ít tháng hơn.',
};

/** Sends a sentence in place of an answer that Lambda would not pass on: API Gateway would send two words of JSON. */
export function limitAnswer(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    after({ event, response }) {
      const { body = '' } = response ?? {};
      // No text grows more than sixfold as JSON.
      if (!response || body.length * 6 <= MOST_ANSWER_BYTES) return;
      const bytes = Buffer.byteLength(JSON.stringify(body));
      if (bytes <= MOST_ANSWER_BYTES) return;
      console.warn(JSON.stringify({ message: 'answer too large', route: event.routeKey, bytes }));
      Object.assign(response, bareAnswer(tooMuch, event));
    },
  };
}
