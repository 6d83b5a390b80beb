import { AsyncLocalStorage } from "node:async_hooks";
import { noteOwn } from "./page-notes";

/**
 * The moment before everything that a page under way reads: it shows what was committed by then, and perhaps more. `mayLag`:
 * the moment is old enough for a replica that is behind.
 */
type PagePosition = { text: () => string; mayLag: boolean };

// Pages and start-up code are bundled apart; one per process.
const KEY = Symbol.for("caresync.page-position");
const holder = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<PagePosition> };
const positions = (holder[KEY] ??= new AsyncLocalStorage<PagePosition>());

/** Runs `work`, which makes a page, as of a moment; `seal` is called when the page says so, once. */
export function withPosition(seal: () => string, mayLag: boolean, work: () => void): void {
  let sealed: string | undefined;
  positions.run({ text: () => (sealed ??= seal()), mayLag }, work);
}

/** Returns what the page under way says of that moment; null where none is known. */
export function pagePosition(): string | null {
  const text = positions.getStore()?.text() ?? null;
  if (text !== null) noteOwn(text, "position");
  return text;
}

/** Whether what is being read may be as old as a replica is: unless it is a page that says it has seen more. */
export const mayPageLag = (): boolean => positions.getStore()?.mayLag !== false;
