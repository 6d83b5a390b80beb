import { cookies } from "next/headers";
import { DENSITY_COOKIE, densityFrom, type Density } from "@/components/ui/density-preference";

/** Returns this browser's chosen density. */
export async function readDensity(): Promise<Density> {
  return densityFrom((await cookies()).get(DENSITY_COOKIE)?.value);
}
