import { expect, it, vi } from "vitest";
import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { getDisruption } from "@/lib/domain/disruptions/queries";
import { tellPatients, tendDisruptions } from "@/lib/domain/disruptions/tell-patients";
import type * as rebooking from "@/lib/domain/schedules/rebook-visits";
import { inDays } from "../support/factories";
import { awayOn, newPractice, visitAt } from "./disruptions-harness";
import { eventsOf } from "./stored-events";

type Original = typeof rebooking;

const failing = vi.hoisted(() => new Set<string>());
const error = vi.hoisted(() => vi.fn());

vi.mock("@/lib/platform/log/log", () => ({ log: { error } }));
vi.mock("@/lib/domain/schedules/rebook-visits", async (load) => {
  const original = await load<Original>();
  const askToRebook: Original["askToRebook"] = async (tx, visits) => {
    if (visits.some(({ id }) => failing.has(id))) throw new Error("Broken");
    return original.askToRebook(tx, visits);
  };
  return { ...original, askToRebook };
});

it("one disruption that fails is tried again, and holds up neither later ones nor those that are over", async () => {
  const [broken, healthy, over] = [await newPractice(), await newPractice(), await newPractice()];
  const [stuck, waiting] = [await visitAt(broken, inDays(5, "09:00")), await visitAt(healthy, inDays(5, "09:00"))];
  failing.add(stuck.id);
  const hourAgo = new Date(Date.now() - 3_600_000);
  const first = await announceAway(broken.desk, awayOn(broken, 5), hourAgo);
  const second = await announceAway(healthy.desk, awayOn(healthy, 5));
  const third = await announceAway(over.desk, awayOn(over, 1));
  const statusOf = async (practice: typeof broken, id: string) => (await getDisruption(practice.desk, id)).status;
  await tellPatients(third.id, inDays(1));

  await tendDisruptions(inDays(3));
  expect([await eventsOf(stuck.id), await eventsOf(waiting.id)]).toEqual([[], ["appointment.needs-rebooking"]]);
  expect(await statusOf(over, third.id)).toBe("ENDED");
  const told = JSON.stringify(error.mock.calls);
  expect(error).toHaveBeenCalledWith({ err: new Error("Broken") }, "a disruption failed");
  for (const { id } of [first, stuck, second]) expect(told).not.toContain(id);

  failing.clear();
  await tendDisruptions(inDays(3));
  expect(await eventsOf(stuck.id)).toEqual(["appointment.needs-rebooking"]);
});
