import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import type { doctorSignUp } from "../schema";
import { freeSlug, slugOf } from "./slug-name";

type Newcomer = { name: string; timeZone: string; doctor?: z.infer<typeof doctorSignUp> | undefined };

/**
 * Creates the professional profile of a new account, PENDING until an administrator has checked it. Throws `invalid`
 * for a specialty that isn't in the catalogue, `already-exists` for a registration number in use.
 */
export async function registerDoctor(tx: Tx, userId: string, newcomer: Newcomer): Promise<string> {
  const { specialties, timeZone, ...profile } = newcomer.doctor ?? { specialties: [] };
  const id = uuidv7();
  const slug = await freeSlug(tx, "doctor", slugOf(newcomer.name, "doctor"));
  const specialtyIds = await specialtiesOf(tx, specialties);
  const data = { id, userId, slug, name: newcomer.name, ...profile, timeZone: timeZone ?? newcomer.timeZone };
  const rows = await tx.doctor.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
  if (rows.length === 0) {
    throw new AppError("already-exists", "A doctor with this registration number already has an account.", {
      fields: [{ path: "doctor.registrationNumber", message: "Already has an account" }],
    });
  }
  await tx.doctorSpecialty.createMany({ data: specialtyIds.map((specialtyId) => ({ doctorId: id, specialtyId })) });
  return id;
}

async function specialtiesOf(tx: Tx, slugs: string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return [];
  const rows = await tx.specialty.findMany({ where: { slug: { in: wanted } }, select: { id: true } });
  if (rows.length === wanted.length) return rows.map((row) => row.id);
  throw new AppError("invalid", undefined, {
    fields: [{ path: "doctor.specialties", message: "Must be slugs of specialties from /api/specialties" }],
  });
}
