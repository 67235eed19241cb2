import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bareAnswer } from '#functions/http/bare-answer.ts';
import { alarmingWords } from '#functions/store/tables.ts';

const fault = {
  statusCode: 500,
  code: 'fault',
  title: 'Hệ thống gặp lỗi',
  detail: 'Hệ thống gặp lỗi. Đề nghị quay lại trang trước và gửi lại; nội dung đã nhập vẫn còn ở đó.',
};

/** Sends a sentence if even the error page could not be made, so that nobody sees a blank page. */
export function fallbackError(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError(request) {
      console.error(
        JSON.stringify({ message: alarmingWords.fault, error: request.error?.stack ?? String(request.error) }),
      );
      request.response = bareAnswer(fault, request.event);
    },
  };
}
