import { countCapacity } from "@/lib/domain/analytics/count-capacity";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadActor } from "@/lib/platform/auth/load-actor";
import { db } from "@/lib/platform/db/db";

/** What the pages ask of one hospital; `wanted`: p95 in milliseconds. */
export type StatsQuestion = { name: string; wanted?: number; ask(): Promise<unknown> };

export async function statsQuestions(): Promise<StatsQuestion[]> {
  const { id, staff } = await db.hospital.findFirstOrThrow({ select: { id: true, staff: { select: { userId: true } } } });
  const loaded = await loadActor(staff[0]?.userId ?? "", "session");
  if (!loaded) throw new Error("The hospital has no staff.");
  const { actor } = loaded;
  return [
    { name: "all numbers of now", wanted: 50, ask: () => getHospitalStats(actor, id) },
    { name: "what the public sees", wanted: 50, ask: () => countCapacity([id]) },
  ];
}
