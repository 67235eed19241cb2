import type { VNode } from 'preact';

/** Pages by name. Each is built when it is asked for: a test pays for no page but its own. */
export type Examples = Readonly<Record<string, () => VNode>>;
