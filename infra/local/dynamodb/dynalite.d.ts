declare module 'dynalite' {
  import type { Server } from 'node:http';
  export default function dynalite(options: { path: string; createTableMs: number }): Server;
}

declare module 'dynalite/db/index.js' {
  const parts: { itemSize: (item: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => number };
  export default parts;
}
