import type { Actor } from "@/lib/actor/actor";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import { listKnownPatients } from "@/lib/domain/front-desk/search-patients";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { knownAt } from "@/lib/domain/patients/policy";
import { ageOn } from "@/lib/domain/patients/rules";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { registrationSelect, toOutput } from "./internal/output";
import { listLikelyKnown } from "./match-known";
import type { RegistrationOutput } from "./schema";
import { registrationNumbered } from "./statements";

/**
 * Returns a page of the patients a hospital has registered, newest first, or the one with a record number. Throws `not-found` for
 * everyone but its staff.
 */
export async function listRegistrations(
  actor: Actor,
  hospitalId: string,
  { recordNumber, ...query }: PageQuery & { recordNumber?: string | undefined },
): Promise<Page<RegistrationOutput>> {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const numbered = recordNumber === undefined ? {} : await havingNumber(hospitalId, recordNumber);
  const where = { AND: [{ hospitalId }, numbered, beyond] };
  const { items, nextCursor } = pageOf(
    await db.registration.findMany({ where, orderBy, take, select: registrationSelect }),
  );
  return { items: items.map(toOutput), nextCursor };
}

async function havingNumber(hospitalId: string, recordNumber: string): Promise<Prisma.RegistrationWhereInput> {
  const rows = await registrationNumbered(db, hospitalId, recordNumber);
  return { id: { in: rows.map(({ id }) => id) } };
}

/** Returns one registration of the actor's hospital. Throws `not-found` for all others. */
export async function getRegistration(actor: Actor, id: string): Promise<RegistrationOutput> {
  const row = await db.registration.findUnique({ where: { id }, select: registrationSelect });
  if (!row || !canRunDesk(actor, row.hospitalId)) throw notFound();
  return toOutput(row);
}

/**
 * Returns what a hospital's desk knows of one of its patients, with its registrations of them: none, one, or after a merge several.
 * Throws `not-found` for everyone but its staff, and for people it doesn't know.
 */
export async function getDeskPatient(actor: Actor, hospitalId: string, id: string) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const row = await db.patient.findFirst({
    where: { AND: [{ id }, knownAt({ hospitalId })] },
    select: {
      id: true,
      name: true,
      bornOn: true,
      phone: true,
      registrations: {
        where: { hospitalId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: registrationSelect,
      },
    },
  });
  if (!row) throw notFound();
  return {
    ...row,
    bornOn: row.bornOn && row.bornOn.toISOString().slice(0, 10),
    age: row.bornOn && ageOn(row.bornOn, new Date()),
    registrations: row.registrations.map(toOutput),
  };
}

/**
 * Finds the hospital's patients that someone new may well be: those because of whom registering them is refused at first. Throws `not-found`
 * for everyone but its staff.
 */
export async function searchLikelyKnown(
  actor: Actor,
  { hospitalId, patient }: { hospitalId: string; patient: NewPatient },
): Promise<KnownPatient[]> {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const place = await db.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { id: true, country: true } });
  return listKnownPatients(actor, hospitalId, await listLikelyKnown(db, place, patient));
}
