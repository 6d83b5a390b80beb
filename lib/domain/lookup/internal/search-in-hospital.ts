import { listHospitalStays } from "@/lib/domain/beds/list-hospital-stays";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { searchVisits } from "./search-visits";
import { MAX_HITS } from "../rules";
import type { Hit } from "../schema";
import { bedsCalled, colleaguesNamed, vehiclesCalled, wardsCalled } from "../statements";

/** Finds things in a hospital for its staff: its patients' visits and stays, beds, wards, vehicles and doctors. */
export async function searchInHospital(actor: Actor, words: string, now: Date): Promise<Hit[]> {
  const { hospitalId } = actor;
  if (!hospitalId || !canRunDesk(actor, hospitalId)) throw notFound();
  const found = await Promise.all([
    searchVisits(actor, { by: "patient", hospitalId }, words, now),
    searchStays(actor, hospitalId, words),
    searchKnown(actor, hospitalId, words),
    colleaguesNamed(db, hospitalId, words),
    bedsCalled(db, hospitalId, words),
    wardsCalled(db, hospitalId, words),
    vehiclesCalled(db, hospitalId, words),
  ]);
  return found.flat();
}

/** Patients of the hospital, whether they have an appointment or a stay or not. */
async function searchKnown(actor: Actor, hospitalId: string, words: string): Promise<Hit[]> {
  const known = await searchPatients(actor, { hospitalId, name: words });
  return known.slice(0, MAX_HITS).map(({ id, name, bornOn, recordNumber }) => ({
    kind: "patient",
    id,
    name,
    more: recordNumber ? `no. ${recordNumber}` : "",
    bornOn,
  }));
}

async function searchStays(actor: Actor, hospitalId: string, words: string): Promise<Hit[]> {
  const { items } = await listHospitalStays(actor, hospitalId, { name: words }, { limit: MAX_HITS });
  return items.map(({ id, patient, bed, status }) => ({
    kind: "stay",
    id,
    name: patient.name,
    more: bed ? `${bed.ward.name}, ${bed.label}` : "",
    status,
  }));
}
