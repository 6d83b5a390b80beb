import { AsyncLocalStorage } from "node:async_hooks";

/** A value that no two answers may share, or that says when an answer was made, or what it has seen. */
export type OwnValue = { text: string; kind: "secret" | "instant" | "position" };

/** What is known of an answer under way that may be kept for others: on what it depends, and what of it is its own. */
export type PageNotes = { tags: Set<string>; own: OwnValue[]; isPrivate: boolean };

// Pages and start-up code are bundled apart; one per process.
const KEY = Symbol.for("caresync.page-notes");
const holder = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<PageNotes> };
const notes = (holder[KEY] ??= new AsyncLocalStorage<PageNotes>());

/** Runs `work`, and collects what is noted meanwhile. */
export function withPageNotes(work: () => void): PageNotes {
  const made: PageNotes = { tags: new Set(), own: [], isPrivate: false };
  notes.run(made, work);
  return made;
}

/** Notes that what is being answered depends on these: `doctor:ID`, `hospital:ID`. Nothing happens where nothing is kept. */
export function noteRead(tags: Iterable<string>): void {
  const made = notes.getStore();
  if (made) for (const tag of tags) made.tags.add(tag);
}

/** Notes a value that each answer has its own of, such as a new secret: a kept answer is given out with another. */
export function noteOwn(text: string, kind: OwnValue["kind"]): void {
  notes.getStore()?.own.push({ text, kind });
}

/** Whether what is being answered may be kept for others: it must then be read where nothing is missing, from the primary. */
export const isForKeeping = (): boolean => notes.getStore() !== undefined;

/** Notes that what is being answered is for this reader alone, or not what it should be: it is never kept. */
export function keepPrivate(): void {
  const made = notes.getStore();
  if (made) made.isPrivate = true;
}
