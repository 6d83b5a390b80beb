import { publiclyListed } from "@/lib/domain/doctors/policy";
import type { Prisma } from "@/lib/platform/db/db";

/** What anyone may know of a hospital, in a list and on its page; it counts the listed doctors. */
export const publicSelect = {
  id: true,
  slug: true,
  name: true,
  description: true,
  address: true,
  city: true,
  country: true,
  latitude: true,
  longitude: true,
  timeZone: true,
  phone: true,
  _count: { select: { affiliations: { where: { status: "ACTIVE", doctor: publiclyListed } } } },
} satisfies Prisma.HospitalSelect;
