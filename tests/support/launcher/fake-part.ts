import { vi } from "vitest";
import type { Part } from "@/scripts/process/child";

/** What happened to the parts, in order. */
export const events: string[] = [];

/** A part that can be made to die. */
export function fakePart(name: string): Part & { die(): void } {
  let die = () => {};
  const exited = new Promise<void>((resolve) => (die = resolve));
  const stop = async () => {
    events.push(`stop ${name}`);
    die();
  };
  return { exited, stop, die };
}

/** Starts parts of this name, and can make the newest die. */
export function starter(name: string) {
  const parts: ReturnType<typeof fakePart>[] = [];
  const start = vi.fn(async () => {
    parts.push(fakePart(name));
    return parts.at(-1) as Part;
  });
  return { start, killLast: () => parts.at(-1)?.die() };
}

export type Starter = ReturnType<typeof starter>;
