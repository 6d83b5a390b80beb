import { listHospitalStays } from "@/lib/domain/beds/list-hospital-stays";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { findVisits } from "./find-visits";
import { MAX_HITS } from "../rules";
import type { Hit } from "../schema";

/** Finds things in a hospital for its staff: its patients' visits and stays, beds, wards, vehicles and doctors. */
export async function findInHospital(actor: Actor, words: string, now: Date): Promise<Hit[]> {
  const { hospitalId } = actor;
  if (!hospitalId || !canRunDesk(actor, hospitalId)) throw notFound();
  const found = await Promise.all([
    findVisits(actor, { by: "patient", hospitalId }, words, now),
    findStays(actor, hospitalId, words),
    findColleagues(hospitalId, words),
    findBeds(hospitalId, words),
    findWards(hospitalId, words),
    findVehicles(hospitalId, words),
  ]);
  return found.flat();
}

async function findStays(actor: Actor, hospitalId: string, words: string): Promise<Hit[]> {
  const { items } = await listHospitalStays(actor, hospitalId, { name: words }, { limit: MAX_HITS });
  return items.map(({ id, patient, bed, status }) => ({
    kind: "stay",
    id,
    name: patient.name,
    more: bed ? `${bed.ward.name}, ${bed.label}` : "",
    status,
  }));
}

function findColleagues(hospitalId: string, words: string): Promise<Hit[]> {
  return db.$queryRaw<Extract<Hit, { kind: "colleague" }>[]>`
    SELECT 'colleague' AS "kind", d."id"::text, d."name", coalesce(t."name", '') AS "more"
    FROM "Affiliation" a JOIN "Doctor" d ON d."id" = a."doctorId" LEFT JOIN "Department" t ON t."id" = a."departmentId"
    WHERE a."hospitalId" = ${hospitalId}::uuid AND a."status" <> 'ENDED' AND to_tsvector('simple', "search_line"(d."name")) @@ "search_beginnings"(${words})
    ORDER BY d."name", d."id" LIMIT ${MAX_HITS}`;
}

/** By the label, the ward or both: "ICU 3". */
function findBeds(hospitalId: string, words: string): Promise<Hit[]> {
  return db.$queryRaw<Extract<Hit, { kind: "bed" }>[]>`
    SELECT 'bed' AS "kind", b."id"::text, b."wardId"::text, b."label" AS "name", w."name" AS "more"
    FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId"
    WHERE b."hospitalId" = ${hospitalId}::uuid AND b."removedAt" IS NULL
      AND to_tsvector('simple', "search_line"(w."name" || ' ' || b."label")) @@ "search_beginnings"(${words})
    ORDER BY w."name", length(b."label"), b."label" LIMIT ${MAX_HITS}`;
}

function findWards(hospitalId: string, words: string): Promise<Hit[]> {
  return db.$queryRaw<Extract<Hit, { kind: "ward" }>[]>`
    SELECT 'ward' AS "kind", w."id"::text, w."name", '' AS "more" FROM "Ward" w
    WHERE w."hospitalId" = ${hospitalId}::uuid AND w."removedAt" IS NULL AND to_tsvector('simple', "search_line"(w."name")) @@ "search_beginnings"(${words})
    ORDER BY w."name" LIMIT ${MAX_HITS}`;
}

/** In any spelling of the registration: `b rt100` finds `B-RT 100`. */
function findVehicles(hospitalId: string, words: string): Promise<Hit[]> {
  return db.$queryRaw<Extract<Hit, { kind: "vehicle" }>[]>`
    SELECT 'vehicle' AS "kind", v."id"::text, v."registration" AS "name", '' AS "more" FROM "Ambulance" v
    WHERE v."hospitalId" = ${hospitalId}::uuid AND v."removedAt" IS NULL
      AND "registration_key"(${words}) <> '' AND starts_with(v."registrationKey", "registration_key"(${words}))
    ORDER BY v."registration" LIMIT ${MAX_HITS}`;
}
