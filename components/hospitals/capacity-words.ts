import type { Capacity } from "@/lib/domain/analytics/schema";

/** Free vehicles of all kinds together; null where a hospital has none. */
export function freeAmbulances(ambulances: Capacity["ambulances"]): number | null {
  return ambulances.length === 0 ? null : ambulances.reduce((sum, { free }) => sum + free, 0);
}
