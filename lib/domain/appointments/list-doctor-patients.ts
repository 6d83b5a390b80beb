import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { ageOn } from "@/lib/domain/patients/rules";
import { db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { canSearch } from "@/lib/platform/text/fold";
import { instantText } from "@/lib/platform/time/iso-text";
import type { DoctorPatient } from "./schema";
import { patientsOfDoctor } from "./statements/patients";

const position = z.strictObject({ l: z.iso.datetime(), i: z.uuid() });

/**
 * Returns a page of the people with a visit of the acting doctor, and of those whose record they were given, or of these alone, those
 * with the latest one first; with a name, those with words that start with what was typed, without regard to case and accents.
 * Throws `not-found` for anyone but a doctor.
 */
export async function listDoctorPatients(
  actor: Actor,
  { name, isShared = false }: { name?: string | undefined; isShared?: boolean },
  query: PageQuery,
): Promise<Page<DoctorPatient>> {
  if (!actor.doctorId) throw notFound();
  const { after, take, pageBy } = startPage(query, position);
  if (name !== undefined && !canSearch(name)) return { items: [], nextCursor: null };
  const now = new Date();
  const rows = await patientsOfDoctor(
    db,
    actor.doctorId,
    { ...(name === undefined ? {} : { typed: name }), isShared },
    now,
    after && { latestAt: new Date(after.l), id: after.i },
    take,
  );
  const page = pageBy(rows, ({ latestAt, id }) => ({ l: latestAt.toISOString(), i: id }));
  return { ...page, items: page.items.map((row) => toDoctorPatient(row, now)) };
}

/** Returns one of them. Throws `not-found` for everyone else. */
export async function getDoctorPatient(actor: Actor, patientId: string): Promise<DoctorPatient> {
  if (!actor.doctorId) throw notFound();
  const now = new Date();
  const [row] = await patientsOfDoctor(db, actor.doctorId, { patientId }, now, undefined, 1);
  if (!row) throw notFound();
  return toDoctorPatient(row, now);
}

function toDoctorPatient(row: RowOf<typeof patientsOfDoctor>, now: Date): DoctorPatient {
  const { id, name, bornOn, phone, seenAt, nextAt, hasVisits, purpose, coversNotes, until } = row;
  return {
    id,
    name,
    // To be given a record isn't to be given a phone number.
    phone: hasVisits ? phone : null,
    age: bornOn && ageOn(bornOn, now),
    lastVisitAt: seenAt && instantText(seenAt),
    nextVisitAt: nextAt && instantText(nextAt),
    hasVisits,
    reading: purpose && { purpose, coversNotes: coversNotes ?? false, until: until && instantText(until) },
  };
}
