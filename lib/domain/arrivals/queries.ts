import { canKeepDisplays } from "@/lib/domain/displays/policy";
import { listCards, type AppointmentCard } from "@/lib/domain/appointments/queries";
import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { config } from "@/lib/platform/config/config";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { MINUTE_MS } from "@/lib/platform/time/iso-text";
import { routes } from "@/lib/site/routes";
import { readArrivalCode } from "./rules";
import type { ArrivalCode } from "./schema";

export const codeSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  code: true,
  createdAt: true,
} satisfies Prisma.ArrivalCodeSelect;

/** Returns the wire format of a code. */
export function toArrivalCode({
  createdAt,
  ...row
}: Prisma.ArrivalCodeGetPayload<{ select: typeof codeSelect }>): ArrivalCode {
  const url = `${config.site.origin}${routes.patient.arrive(row.code)}`;
  return { ...row, url, createdAt: createdAt.toISOString() };
}

/** Returns the current code of a place, for those who post it; null before the first. Throws `not-found`. */
export async function findArrivalCode(actor: Actor, owner: Owner): Promise<ArrivalCode | null> {
  if (!canKeepDisplays(actor, owner)) throw notFound();
  const row = await db.arrivalCode.findFirst({ where: { ...owner, endedAt: null }, select: codeSelect });
  return row && toArrivalCode(row);
}

/** A place as a patient at its entrance reads it. */
export type Entrance = Owner & { placeName: string };

/** Returns the place whose code this is; null for any other, and for one that was replaced. */
export async function findEntrance(client: Db, typed: string): Promise<Entrance | null> {
  const row = await client.arrivalCode.findFirst({
    where: { code: readArrivalCode(typed), endedAt: null },
    select: {
      doctorId: true,
      hospitalId: true,
      hospital: { select: { name: true } },
      doctor: { select: { practiceName: true } },
    },
  });
  if (!row) return null;
  const owner = { doctorId: row.doctorId, hospitalId: row.hospitalId } as Owner;
  return { ...owner, placeName: row.hospital?.name ?? row.doctor?.practiceName ?? "" };
}

/** Narrows appointments to those at an entrance's place. */
export function whereAt({ doctorId, hospitalId }: Owner) {
  return { mode: "IN_PERSON", hospitalId, ...(doctorId === null ? {} : { doctorId }) } as const;
}

const BEHIND_MS = 12 * 60 * MINUTE_MS;
const AHEAD_MS = 16 * 60 * MINUTE_MS;
/** More than one family has on a day. */
const MOST = 20;

/** Lists the appointments at an entrance, around now, of those someone books for: not here yet, or waiting. */
export function listArriving(actor: Actor, entrance: Entrance, now: Date): Promise<AppointmentCard[]> {
  const around = { gte: new Date(now.getTime() - BEHIND_MS), lte: new Date(now.getTime() + AHEAD_MS) };
  const status = { in: ["CONFIRMED" as const, "CHECKED_IN" as const] };
  const where = { ...whereAt(entrance), patientId: { in: actor.patientIds }, status, startsAt: around };
  return listCards(actor, where, MOST);
}
