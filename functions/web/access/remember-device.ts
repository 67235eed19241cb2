import { deviceSecrets, keepDevice } from '#functions/http/cookies.ts';
import type { Request } from '#functions/http/request.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';

/** Remembers a device where somebody has just shown to be an account's owner; returns the cookie that proves it. */
export async function rememberDevice(
  user: string,
  request: Pick<Request, 'cookies' | 'secure' | 'now'>,
  { devices }: { readonly devices: Pick<DeviceStore, 'remember'> },
): Promise<string> {
  return keepDevice(await devices.remember(user, deviceSecrets(request), request.now), request);
}
