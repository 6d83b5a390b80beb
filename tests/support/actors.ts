import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { findActor } from "@/lib/actor/find-actor";
import { createAdmin, createDoctor, createHospital, createPatient, createStaff } from "./factories";

/** The actor of an account, as the app itself would load it now. */
export async function actorOf(user: { id: string }, via: "session" | "token" = "session"): Promise<Actor> {
  const loaded = await findActor(user.id, via);
  if (!loaded) throw new Error("No live account has this id.");
  return loaded.actor;
}

/** A patient with an account, and its actor. */
export async function newPatient(options: Parameters<typeof createPatient>[0] = {}) {
  const made = await createPatient(options);
  return { ...made, actor: await actorOf(made.user) };
}

/** A doctor and their actor; the ids on top, because most inputs ask for them. */
export async function newDoctor(options: Parameters<typeof createDoctor>[0] = {}) {
  const made = await createDoctor(options);
  return { ...made, doctorId: made.doctor.id, scheduleId: made.schedule?.id ?? "", actor: await actorOf(made.user) };
}

/** Someone of a hospital's staff, and their actor. */
export async function newStaff(...of: Parameters<typeof createStaff>) {
  const made = await createStaff(...of);
  return { ...made, actor: await actorOf(made.user) };
}

/** One actor of every kind around one hospital, for permission tables. */
export async function createCast(of: Parameters<typeof createHospital>[0] = {}) {
  const hospital = await createHospital(of);
  const [patient, doctor, admin] = await Promise.all([
    newPatient(),
    newDoctor({ hospitalId: hospital.id }),
    createAdmin(),
  ]);
  const [manager, coordinator] = [await newStaff(hospital.id, "MANAGER"), await newStaff(hospital.id, "COORDINATOR")];
  return {
    hospital,
    patient,
    doctor,
    manager,
    coordinator,
    admin: { user: admin, actor: await actorOf(admin) },
    system: { actor: SYSTEM_ACTOR },
  };
}
