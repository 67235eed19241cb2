/** How long a device is remembered after its last sign-in. */
export const DEVICE_DAYS = 180;
/** How many devices are remembered for an account: the ones that signed in last. */
export const MOST_DEVICES = 20;
/** How many accounts a device is remembered for: those that signed in on it last. */
export const MOST_ACCOUNTS = 8;
