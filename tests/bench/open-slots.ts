import { pathToFileURL } from "node:url";
import { openSlots, type OpenSlotsInput, type Weekday } from "@/lib/domain/schedules/slots";
import { say } from "@/scripts/process/say";

/** The agreed workload: 30 days across the October change in Berlin, two openings a weekday, 200 bookings. */
function benchInput(): OpenSlotsInput {
  const weekdays: Weekday[] = [1, 2, 3, 4, 5];
  const base = {
    timeZone: "Europe/Berlin",
    now: "2026-10-01T00:00:00Z",
    rules: weekdays.flatMap((weekday) => [
      { weekday, start: "09:00", end: "12:00" },
      { weekday, start: "13:00", end: "17:00" },
    ]),
    exceptions: [],
    slotMinutes: 20,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 60,
    window: { from: "2026-10-10T00:00:00Z", to: "2026-11-09T00:00:00Z" },
  };
  const free = openSlots({ ...base, bookings: [] });
  // 200 different available slots, spread over the whole window and out of order, as rows may come.
  const bookings = Array.from({ length: 200 }, (_, index) => {
    const slot = free[Math.floor((((index * 73) % 200) * free.length) / 200)];
    if (!slot) throw new Error("The benchmark has no free slots.");
    return { ...slot, status: "CONFIRMED" };
  });
  return { ...base, bookings };
}

export type OpenSlotsBench = { callsPerSecond: number; slotsPerCall: number; bookings: number; seconds: number };

/** Calls `openSlots` for about three seconds on one core, after a warm-up, and prints calls per second. */
export async function benchOpenSlots(): Promise<OpenSlotsBench> {
  const input = benchInput();
  const slotsPerCall = openSlots(input).length;
  const run = (milliseconds: number) => {
    const began = performance.now();
    let calls = 0;
    while (performance.now() - began < milliseconds) {
      for (let repeat = 0; repeat < 50; repeat++) openSlots(input);
      calls += 50;
    }
    return { calls, seconds: (performance.now() - began) / 1000 };
  };
  run(500);
  const { calls, seconds } = run(3000);
  const callsPerSecond = Math.round(calls / seconds);
  // The result is the purpose of the bench.
  say(
    `openSlots: ${callsPerSecond} calls/s (30 days, Europe/Berlin, 20 minutes, ${input.bookings.length} bookings, ` +
      `${slotsPerCall} slots a call; at least 2000 wanted)`,
  );
  return { callsPerSecond, slotsPerCall, bookings: input.bookings.length, seconds };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await benchOpenSlots();
}
