import type { Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";

export type DoctorActor = Actor & { doctorId: string };

/** Returns the doctor viewing this page; 404 for everyone else. */
export const requireDoctor = cache(async (from: Route): Promise<DoctorActor> => {
  const actor = await requirePageActor(from);
  const { doctorId } = actor;
  if (!doctorId) notFound();
  return { ...actor, doctorId };
});
