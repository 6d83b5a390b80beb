import type { AsyncLocalStorage } from "node:async_hooks";
import { toAppError } from "@/lib/platform/errors/driver-errors";

type Answering = { isUnavailable: boolean };

/**
 * Marks the current request as failed because of the database; the web server
 * (scripts/server/refuse-when-database-away.mjs) then says so.
 */
export function noteUnavailable(error: unknown): void {
  const holder = globalThis as typeof globalThis & { [key: symbol]: AsyncLocalStorage<Answering> | undefined };
  const note = holder[Symbol.for("caresync.answering")]?.getStore();
  if (note && toAppError(error)?.code === "unavailable") note.isUnavailable = true;
}
