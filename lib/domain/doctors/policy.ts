import type { Prisma } from "@/lib/platform/db/db";

/** Only verified doctors are listed and bookable; everyone else is, to the public, not there. */
export const publiclyListed = { verification: "VERIFIED" } as const satisfies Prisma.DoctorWhereInput;
