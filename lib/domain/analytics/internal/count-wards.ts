import type { BedCounts } from "@/lib/domain/beds/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { HospitalStats } from "../schema";
import { wardCounts } from "../statements/now";

type Ward = HospitalStats["wards"][number];

/** Counts the beds of each ward by condition, wards without beds included, and the sum of all. */
export async function countWards(tx: Tx, hospitalId: string): Promise<{ beds: BedCounts; wards: Ward[] }> {
  const wards = await wardCounts(tx, hospitalId);
  const beds: BedCounts = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0, closed: 0 };
  for (const ward of wards) for (const key of Object.keys(beds) as (keyof BedCounts)[]) beds[key] += ward[key];
  return { beds, wards };
}
