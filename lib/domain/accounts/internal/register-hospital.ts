import type { z } from "zod";
import type { Tx } from "@/lib/platform/db/db";
import { countryOfZone, readPhone } from "@/lib/platform/text/read-phone";
import type { hospitalSignUp } from "../schema";
import { freeSlug, slugOf } from "./slug-name";

type Newcomer = { name: string; timeZone: string; hospital?: z.infer<typeof hospitalSignUp> | undefined };

/** Creates a hospital with the new account as its manager, PENDING until an administrator has checked it. */
export async function registerHospital(tx: Tx, userId: string, newcomer: Newcomer): Promise<string> {
  const profile = newcomer.hospital ?? { name: newcomer.name, timeZone: newcomer.timeZone };
  const said = newcomer.hospital;
  const phone = said?.phone ? readPhone(said.phone, said.country ?? countryOfZone(said.timeZone)) : null;
  const slug = await freeSlug(tx, "hospital", slugOf(profile.name, "hospital"));
  const hospital = await tx.hospital.create({
    data: { slug, ...profile, phone, staff: { create: { userId, role: "MANAGER" } } },
    select: { id: true },
  });
  return hospital.id;
}
