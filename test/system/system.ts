import { inject } from 'vitest';
import type { SystemUnderTest } from '#test/system/start-system.ts';

/** The system of this worker. Its files run one after another, so each has it for itself. */
export function system(): SystemUnderTest {
  const worker = Number(process.env['VITEST_POOL_ID']);
  const found = inject('systems')[worker - 1];
  if (!found) throw new Error(`There is no system for worker ${worker}`);
  return found;
}

/** What each environment of each function holds after a full collection of garbage, in bytes. */
export async function heldBytes(): Promise<Readonly<Record<string, readonly number[]>>> {
  return (await fetch(`${system().control}/held`)).json() as Promise<Record<string, number[]>>;
}

/** What the functions have logged as faults so far, of all workers together. */
export async function loggedFaults(): Promise<readonly string[]> {
  return (await fetch(`${system().control}/faults`)).json() as Promise<string[]>;
}

/** Lets so much time pass in the system's queues: what waits in them is delivered as if it had waited so long. */
export async function turnQueues(seconds: number): Promise<void> {
  await fetch(`${system().control}/turn-queues/${seconds}`);
}

/** Has the API turn requests away for so many seconds, as after a flood; 0 ends it. */
export async function flood(seconds: number): Promise<void> {
  await fetch(`${system().control}/flood/${seconds}`);
}

/** Has the night plan its roll-ups now; what it asks for waits in the queues. */
export async function runNight(): Promise<void> {
  await fetch(`${system().control}/night`);
}

/** Pays now what changes still owe, as every five minutes does. */
export async function settle(): Promise<void> {
  await fetch(`${system().control}/settle`);
}

/** Lets accounts go along with their units now, as every hour does. */
export async function followUnits(): Promise<void> {
  await fetch(`${system().control}/follow`);
}

/** Lets so much time pass for the user pool's locks. */
export async function turnLocks(seconds: number): Promise<void> {
  await fetch(`${system().control}/turn-locks/${seconds}`);
}
