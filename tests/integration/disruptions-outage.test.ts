import { expect, it, vi } from "vitest";
import type * as rescheduling from "@/lib/domain/appointments/reschedule-appointment";
import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { movePatients, planPatientMoves } from "@/lib/domain/disruptions/move-patients";
import { tellPatients } from "@/lib/domain/disruptions/tell-patients";
import { AppError } from "@/lib/platform/errors/app-error";
import { inDays } from "../support/factories";
import { afterwards, awayOn, newPractice, visitAt } from "./disruptions-harness";

type Original = typeof rescheduling;

const down = vi.hoisted(() => ({ for: "", with: new Error() }));

vi.mock("@/lib/platform/log/log", () => ({ log: { error: () => undefined } }));
vi.mock("@/lib/domain/appointments/reschedule-appointment", async (load) => {
  const original = await load<Original>();
  const rescheduleAppointment: Original["rescheduleAppointment"] = async (actor, id, ...rest) => {
    if (id === down.for) throw down.with;
    return original.rescheduleAppointment(actor, id, ...rest);
  };
  return { ...original, rescheduleAppointment };
});

it.each([
  ["an outage", new AppError("unavailable", "The database is busy."), [null, "unavailable", "unavailable"]],
  ["a fault of ours", new Error("Broken"), [null, "internal", null]],
])(
  "after %s says which patients have moved already, and moves the rest when asked again",
  async (_, error, expected) => {
    const practice = await newPractice();
    const visits = [
      await visitAt(practice, inDays(2, "09:00")),
      await visitAt(practice, inDays(2, "10:00")),
      await visitAt(practice, inDays(2, "11:00")),
    ];
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    await tellPatients(id, afterwards());
    const wanted = async () =>
      (await planPatientMoves(practice.desk, { id })).moves.map(({ appointmentId, version, to }) => ({
        ...{ appointmentId, version, start: to?.start ?? "" },
      }));
    Object.assign(down, { for: visits[1]!.id, with: error });
    const { moved, results } = await movePatients(practice.desk, { id, moves: await wanted() });
    expect(moved).toBe(expected.filter((one) => one === null).length);
    expect(results.map((result) => result.error)).toEqual(expected);
    expect(results[1]?.detail).not.toContain("Broken");

    down.for = "";
    expect(await movePatients(practice.desk, { id, moves: await wanted() })).toMatchObject({ moved: 3 - moved });
  },
);
