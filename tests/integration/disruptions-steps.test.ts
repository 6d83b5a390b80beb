import { expect, it } from "vitest";
import { DISRUPTION_LIFE_CYCLE, DISRUPTION_STATUSES, type DisruptionStatus } from "@/lib/domain/disruptions/status";
import { db } from "@/lib/platform/db/db";
import { nextStates, stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { createDoctor, inDays } from "../support/factories";

const WAY: Record<DisruptionStatus, DisruptionStatus[]> = {
  PREPARED: [],
  ANNOUNCED: ["ANNOUNCED"],
  ENDED: ["ANNOUNCED", "ENDED"],
  UNDONE: ["UNDONE"],
};

const step = (id: string, to: DisruptionStatus) =>
  db.disruption.update({
    where: { id },
    data: { status: to, ...stampOf(DISRUPTION_LIFE_CYCLE, to, new Date()), version: { increment: 1 } },
  });

async function disruptionIn(status: DisruptionStatus): Promise<string> {
  const { doctor } = await createDoctor();
  const day = inDays(2, "00:00");
  const { id } = await db.disruption.create({
    data: { kind: "AWAY", doctorId: doctor.id, firstOn: day, lastOn: day, endsAt: inDays(3), tellAt: inDays(1) },
  });
  for (const to of WAY[status]) await step(id, to);
  return id;
}

it.each(DISRUPTION_STATUSES)("the database allows exactly the steps that are declared after %s", async (from) => {
  const allowed: DisruptionStatus[] = [];
  for (const to of DISRUPTION_STATUSES.filter((one) => one !== from)) {
    const refused = await step(await disruptionIn(from), to).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (refused === null) allowed.push(to);
    else expect(refused).toMatch(/cannot go from|Disruption_/);
  }
  expect(allowed).toEqual(nextStates(DISRUPTION_LIFE_CYCLE, from));
});
