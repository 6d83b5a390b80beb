import type { ShownQueue } from "./schema";

/** A call as a screen says it. */
export type ShownCall = { number: string; calledAt: string; room: string | null };

/** Returns the calls on a screen, the latest first. */
export function latestCalls(queues: readonly ShownQueue[]): ShownCall[] {
  return queues
    .flatMap(({ called, room }) => called.map((one) => ({ ...one, room })))
    .sort((a, b) => b.calledAt.localeCompare(a.calledAt) || a.number.localeCompare(b.number));
}

/** Returns the calls made after others were heard, in the order in which they were made. */
export function callsSince(calls: readonly ShownCall[], heard: string): ShownCall[] {
  return calls.filter(({ calledAt }) => calledAt > heard).toReversed();
}

/** Says a call aloud, letter by letter: "Number A, 12. Please go to Room 3." */
export function spokenCall({ number, room }: { number: string; room: string | null }): string {
  const [, letters = "", digits = ""] = /^([A-Z]*)(\d*)$/.exec(number) ?? [];
  const spelt = [...letters].join(" ");
  return `Number ${spelt}, ${digits}. ${room ? `Please go to ${room}.` : "Please go in."}`;
}
