import type { z } from "zod";
import { localDateAt } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { ownerFor, type Owner } from "@/lib/actor/owner";
import { db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSearch } from "@/lib/platform/text/fold";
import { inpatientsNamed, patientsKnown, patientsNamed, similarPatients, visitorsNamed } from "./statements";
import { canRunDesk } from "./policy";
import type { findPatientsInput, findSimilarInput, KnownPatient } from "./schema";

const MAX_RESULTS = 10;
const MAX_SIMILAR = 5;
/** The share of trigrams two names must have in common for one to be a mishearing of the other. */
const MIN_SIMILARITY = 0.3;
/** More people with a similar name are not searched; typing more narrows it down. */
const MAX_NAMED = 1_000;

/**
 * Finds at most ten people who have had an appointment, a bed or an ambulance of this hospital, or without one an appointment with
 * the acting doctor, and whose names have words starting with those typed, without regard to case and accents, or whose record
 * number at this hospital is what was typed; the most recent first. Throws `not-found` for anyone but the hospital's staff, or a doctor.
 */
export async function searchPatients(
  actor: Actor,
  { hospitalId, name }: z.output<typeof findPatientsInput>,
): Promise<KnownPatient[]> {
  const by = searcher(actor, hospitalId);
  return canSearch(name) ? (await patientsNamed(db, by, name, MAX_RESULTS)).map(toKnown) : [];
}

/**
 * Who of the hospital's or the doctor's own patients someone new may really be: of the same name, or born on the same day with a
 * name that sounds alike. At most five, most likely first. Throws `not-found` as above.
 */
export async function searchSimilarPatients(
  actor: Actor,
  { hospitalId, name, bornOn }: z.output<typeof findSimilarInput>,
): Promise<KnownPatient[]> {
  const by = searcher(actor, hospitalId);
  const newcomer = { name, bornOn: bornOn ?? null, canSearchName: canSearch(name), leastAlike: MIN_SIMILARITY };
  return (await similarPatients(db, by, newcomer, MAX_SIMILAR)).map(toKnown);
}

/** Returns those of the given patients who are known to the hospital, as a search finds them. Throws `not-found` as above. */
export async function listKnownPatients(actor: Actor, hospitalId: string, ids: string[]): Promise<KnownPatient[]> {
  return (await patientsKnown(db, searcher(actor, hospitalId), ids, MAX_SIMILAR)).map(toKnown);
}

/** Whose patients are searched: the hospital's by its staff, and the doctor's by themselves. */
function searcher(actor: Actor, hospitalId: string | null): Owner {
  const isAllowed = hospitalId === null ? actor.doctorId !== null : canRunDesk(actor, hospitalId);
  if (!isAllowed) throw notFound();
  return ownerFor(actor, hospitalId);
}

function toKnown({ lastAt, timeZone, ...patient }: RowOf<typeof patientsNamed>): KnownPatient {
  return { ...patient, lastVisitOn: lastAt && localDateAt(lastAt, timeZone) };
}

/**
 * Returns the IDs of people with this name or record number and an appointment at this hospital in a half-open window, for
 * the desk's lists.
 */
export async function searchPatientIds(
  actor: Actor,
  hospitalId: string,
  name: string,
  window: { from?: Date; to?: Date },
): Promise<string[]> {
  if (!canFind(actor, hospitalId, name)) return [];
  return (await visitorsNamed(db, hospitalId, name, window, MAX_NAMED)).map(({ id }) => id);
}

/** Returns the IDs of people with this name or record number and any stay at this hospital, for the list of stays. */
export async function searchStayPatientIds(actor: Actor, hospitalId: string, name: string): Promise<string[]> {
  if (!canFind(actor, hospitalId, name)) return [];
  return (await inpatientsNamed(db, hospitalId, name, MAX_NAMED)).map(({ id }) => id);
}

/** The hospital's staff find by two letters or more. */
function canFind(actor: Actor, hospitalId: string, name: string): boolean {
  return canSearch(name) && canRunDesk(actor, hospitalId);
}
