import type { Actor } from "./actor";

/** Whose something is: a doctor's own, or a hospital's. */
export type Owner = { doctorId: string; hospitalId: null } | { doctorId: null; hospitalId: string };

/** Returns the doctor an address names as the owner of what is under it. */
export function doctorAsOwner({ id }: { id: string }): Owner {
  return { doctorId: id, hospitalId: null };
}

/** Returns the hospital an address names as the owner of what is under it. */
export function hospitalAsOwner({ id }: { id: string }): Owner {
  return { doctorId: null, hospitalId: id };
}

/** Returns whose things someone keeps on their own pages: the hospital's, or as a doctor their own. */
export function ownerFor({ doctorId }: Pick<Actor, "doctorId">, hospitalId: string | null): Owner {
  return hospitalId === null ? doctorAsOwner({ id: doctorId ?? "" }) : hospitalAsOwner({ id: hospitalId });
}
