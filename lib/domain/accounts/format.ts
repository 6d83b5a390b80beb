import type { Actor } from "@/lib/actor/actor";
import { routes, type Route } from "@/lib/site/routes";

export type Portal = { href: Route; label: string };
type Holdings = Pick<Actor, "patientIds" | "readablePatientIds" | "doctorId" | "hospitalId" | "isAdmin">;

/** Returns the portals this person may enter, work first: the first one opens after signing in. */
export function portalsOf(actor: Holdings): Portal[] {
  const portals: Portal[] = [];
  if (actor.isAdmin) portals.push({ href: routes.admin.home(), label: "Administration" });
  if (actor.hospitalId) portals.push({ href: routes.hospital.home(), label: "Hospital" });
  if (actor.doctorId) portals.push({ href: routes.doctor.home(), label: "Doctor" });
  if (actor.patientIds.length + actor.readablePatientIds.length > 0 || portals.length === 0)
    portals.push({ href: routes.patient.home(), label: "Patient" });
  return portals;
}

/** Returns where to go after signing in. */
export function homeOf(actor: Holdings): Route {
  return portalsOf(actor)[0]?.href ?? routes.patient.home();
}

export const KIND_LABELS = { patient: "Patient", doctor: "Doctor", hospital: "Hospital" } as const;
