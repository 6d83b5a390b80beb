import type { Prisma } from "@/lib/platform/db/db";

/** Only verified doctors are listed and bookable; to the public, others don't exist. */
export const publiclyListed = { verification: "VERIFIED" } as const satisfies Prisma.DoctorWhereInput;
