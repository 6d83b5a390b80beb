import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { loadActor } from "@/lib/actor/load-actor";
import { createAdmin, createDoctor, createHospital, createPatient, createStaff } from "./factories";

/** The actor of an account, as the app itself would load it now. */
export async function actorOf(user: { id: string }, via: "session" | "token" = "session"): Promise<Actor> {
  const loaded = await loadActor(user.id, via);
  if (!loaded) throw new Error("No live account has this id.");
  return loaded.actor;
}

/** One actor of every kind around one hospital, for permission tables. */
export async function createCast() {
  const hospital = await createHospital();
  const [patient, doctor, admin] = await Promise.all([
    createPatient(),
    createDoctor({ hospitalId: hospital.id }),
    createAdmin(),
  ]);
  const [manager, coordinator] = [
    await createStaff(hospital.id, "MANAGER"),
    await createStaff(hospital.id, "COORDINATOR"),
  ];
  return {
    hospital,
    patient: { ...patient, actor: await actorOf(patient.user) },
    doctor: { ...doctor, actor: await actorOf(doctor.user) },
    manager: { ...manager, actor: await actorOf(manager.user) },
    coordinator: { ...coordinator, actor: await actorOf(coordinator.user) },
    admin: { user: admin, actor: await actorOf(admin) },
    system: { actor: SYSTEM_ACTOR },
  };
}
