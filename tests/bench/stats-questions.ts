import { countCapacity } from "@/lib/domain/analytics/internal/count-capacity";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadNumbers } from "@/lib/domain/analytics/load-numbers";
import { PERIODS } from "@/lib/domain/analytics/rules-time";
import { findActor } from "@/lib/actor/find-actor";
import { db } from "@/lib/platform/db/db";

/** A page's queries for one hospital; `wanted`: p95 in milliseconds. */
export type StatsQuestion = { name: string; wanted?: number; ask(): Promise<unknown> };

export async function statsQuestions(): Promise<StatsQuestion[]> {
  const { id, staff } = await db.hospital.findFirstOrThrow({
    select: { id: true, staff: { select: { userId: true } } },
  });
  const loaded = await findActor(staff[0]?.userId ?? "", "session");
  if (!loaded) throw new Error("The hospital has no staff.");
  const { actor } = loaded;
  const wardId = (await db.ward.findFirstOrThrow({ where: { hospitalId: id }, select: { id: true } })).id;
  return [
    { name: "all numbers of now", wanted: 50, ask: () => getHospitalStats(actor, id) },
    { name: "what the public sees", wanted: 50, ask: () => countCapacity([id]) },
    ...PERIODS.map((period) => ({
      name: `numbers over time: ${period}`,
      ask: () => loadNumbers(actor, { hospitalId: id, period, wardId: null }),
    })),
    {
      name: "numbers over time: 365, one ward",
      ask: () => loadNumbers(actor, { hospitalId: id, period: "365", wardId }),
    },
  ];
}
