import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alarmingWords } from '#functions/store/tables.ts';

/** Sends a sentence if even the error page could not be made, so that nobody sees a blank page. */
export function fallbackError(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError(request) {
      console.error(
        JSON.stringify({ message: alarmingWords.fault, error: request.error?.stack ?? String(request.error) }),
      );
      request.response = {
        statusCode: 500,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
        body: '<!doctype html><html lang="vi"><title>Hệ thống gặp lỗi</title><p>Hệ thống gặp lỗi. Đề nghị quay lại trang trước và gửi lại; nội dung đã nhập vẫn còn ở đó.</p></html>',
      };
    },
  };
}
