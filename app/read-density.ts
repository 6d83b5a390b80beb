import { cookies } from "next/headers";
import { DENSITY_COOKIE, densityFrom, type Density } from "@/components/ui/density-preference";

/** How much this browser's person wants on one screen. */
export async function readDensity(): Promise<Density> {
  return densityFrom((await cookies()).get(DENSITY_COOKIE)?.value);
}
