import { createServer } from "node:net";

/** Tries to listen; returns the error code when that fails (EADDRINUSE, EACCES), or undefined. */
export function portError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "EUNKNOWN"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** Tells whether nothing listens on this port of 127.0.0.1. */
async function isPortFree(port: number): Promise<boolean> {
  return (await portError(port, "127.0.0.1")) === undefined;
}

/** Returns the first free port from `first` up, out of a hundred. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}
