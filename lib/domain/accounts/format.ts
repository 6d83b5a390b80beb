import type { Actor } from "@/lib/actor/actor";

export type Portal = { href: "/patient" | "/doctor" | "/hospital" | "/admin"; label: string };
type Holdings = Pick<Actor, "patientIds" | "doctorId" | "hospitalId" | "isAdmin">;

/** Returns the portals this person may enter, work first: the first one opens after signing in. */
export function portalsOf(actor: Holdings): Portal[] {
  const portals: Portal[] = [];
  if (actor.isAdmin) portals.push({ href: "/admin", label: "Administration" });
  if (actor.hospitalId) portals.push({ href: "/hospital", label: "Hospital" });
  if (actor.doctorId) portals.push({ href: "/doctor", label: "Doctor" });
  if (actor.patientIds.length > 0 || portals.length === 0) portals.push({ href: "/patient", label: "Patient" });
  return portals;
}

/** Returns where to go after signing in. */
export function homeOf(actor: Holdings): Portal["href"] {
  return portalsOf(actor)[0]?.href ?? "/patient";
}

export const KIND_LABELS = { patient: "Patient", doctor: "Doctor", hospital: "Hospital" } as const;
