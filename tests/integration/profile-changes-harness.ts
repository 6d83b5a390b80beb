import { hospitalForm } from "@/lib/domain/hospitals/schema";
import { updateHospital } from "@/lib/domain/hospitals/internal/update-hospital";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createAdmin, createHospital, createStaff } from "../support/factories";

export const administrator = async () => actorOf(await createAdmin());

export const HOME = {
  address: "1 Quay",
  city: "Ushuaia",
  country: "AR",
  phone: "+54 2901 421100",
  latitude: -54.8,
  longitude: -68.3,
};

export const AWAY = {
  name: "Far Away General",
  address: "2 Hill",
  city: "Stanley",
  country: "FK",
  phone: "+500 28000",
  latitude: "-51.7",
  longitude: "-57.85",
};

/** A hospital, its manager, and what saves its profile: as shown, apart from what is named. */
export async function managed(over: Parameters<typeof createHospital>[0] = {}) {
  const hospital = await createHospital({ ...HOME, ...over });
  const { user } = await createStaff(hospital.id);
  const actor = await actorOf(user);
  const save = async (said: Record<string, string>) => {
    const now = await db.hospital.findUniqueOrThrow({ where: { id: hospital.id } });
    const { name, address, city, country, phone, latitude, longitude, version, id } = now;
    const shown = { name, address, city, country, phone, latitude, longitude };
    const typed = Object.fromEntries(Object.entries(shown).map(([field, value]) => [field, String(value ?? "")]));
    return updateHospital(
      actor,
      hospitalForm.parse({ id, version: String(version), description: "", ...typed, ...said }),
    );
  };
  return { hospital, user, actor, save };
}

export const requestOf = (hospitalId: string) =>
  db.profileChange.findFirstOrThrow({ where: { hospitalId }, orderBy: { createdAt: "desc" } });
