import type { Prisma } from "@/lib/platform/db/db";
import { Chance } from "./random";
import { SPECIALTIES } from "./specialties";

/** The catalogue's creation date; its IDs are the same everywhere. */
const MADE_AT = new Date("2026-11-23T00:00:00Z");

/** Returns the catalogue as rows, and how long each service usually takes. */
export function makeCatalogue() {
  const chance = new Chance(17);
  const specialties: (Prisma.SpecialtyCreateManyInput & { id: string })[] = [];
  const services: (Prisma.ServiceCreateManyInput & { id: string; minutes: number })[] = [];
  for (const { slug, name, description, services: lines } of SPECIALTIES) {
    const specialtyId = chance.id(MADE_AT);
    specialties.push({ id: specialtyId, slug, name, description });
    for (const [serviceSlug, serviceName, minutes, about] of lines) {
      services.push({
        id: chance.id(MADE_AT),
        slug: serviceSlug,
        name: serviceName,
        description: about,
        specialtyId,
        minutes,
      });
    }
  }
  return { specialties, services };
}
export type Catalogue = ReturnType<typeof makeCatalogue>;
