import { afterEach, describe, expect, it, vi } from "vitest";
import { remindNow } from "@/lib/domain/reminders/remind-now";
import { savePreferences } from "@/lib/domain/preferences/save-preferences";
import { outcome } from "@/tests/support/outcome";
import { quietNow } from "./preferences-harness";
import { HOUR, remindersOf, visitIn } from "./reminders-harness";

afterEach(() => {
  vi.useRealTimers();
});

describe("a reminder sent by the practice", () => {
  it("isn't sent again within an hour, also when the next hour has begun", async () => {
    const { id, doctor } = await visitIn(5 * 1440);
    expect(await remindNow(doctor.actor, id)).toEqual({ messages: 1, waiting: 0 });
    const sentAt = (await remindersOf(id))[0]!.createdAt.getTime();
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime((Math.floor(sentAt / HOUR) + 1) * HOUR);
    expect(await outcome(remindNow(doctor.actor, id))).toBe("conflict");
    vi.setSystemTime(sentAt + HOUR + 1);
    expect(await remindNow(doctor.actor, id)).toMatchObject({ messages: 1 });
    expect(await remindersOf(id)).toHaveLength(2);
  });

  it("waits for the end of quiet hours, and says so", async () => {
    const { id, doctor, patient } = await visitIn(5 * 1440);
    await savePreferences(patient.actor, { quietHours: quietNow() });
    expect(await remindNow(doctor.actor, id)).toEqual({ messages: 1, waiting: 1 });
  });
});
