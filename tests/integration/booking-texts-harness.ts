import pg from "pg";
import { inject } from "vitest";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createAppointment, createHospital, createWard, inDays } from "@/tests/support/factories";
import { newProxy } from "./background-harness";

type Reader = { actor: Actor; visit: "writes" | "reads" | "-"; stay: "writes" | "-" };

/** A patient of a hospital, and everyone who might want to know why they come: what each may do with what was written. */
export async function createReaders() {
  const [hospital, patient, elsewhere] = [await createHospital(), await newPatient(), await createHospital()];
  const doctor = await newDoctor({ hospitalId: hospital.id });
  const other = await newDoctor({ hospitalId: hospital.id });
  const patientId = patient.patient.id;
  await createAppointment({ doctorId: other.doctorId, patientId }, { startsAt: inDays(9) });
  const acting = async (scope: "BOOK" | "READ" | "ALL") => (await newProxy(patientId, { scope })).actor;
  const [desk, otherDesk] = [await newStaff(hospital.id, "COORDINATOR"), await newStaff(elsewhere.id, "MANAGER")];
  const readers: Record<string, Reader> = {
    "the patient": { actor: patient.actor, visit: "writes", stay: "writes" },
    "who books for them": { actor: await acting("BOOK"), visit: "writes", stay: "writes" },
    "who reads for them": { actor: await acting("READ"), visit: "reads", stay: "-" },
    "who does both": { actor: await acting("ALL"), visit: "writes", stay: "writes" },
    "the doctor of the visit": { actor: doctor.actor, visit: "writes", stay: "-" },
    "another doctor who treats them": { actor: other.actor, visit: "-", stay: "-" },
    "the front desk": { actor: desk.actor, visit: "writes", stay: "writes" },
    "another hospital's desk": { actor: otherDesk.actor, visit: "-", stay: "-" },
    "a stranger": { actor: (await newPatient()).actor, visit: "-", stay: "-" },
    "the platform": { actor: SYSTEM_ACTOR, visit: "-", stay: "-" },
  };
  return { hospital, patient, patientId, doctor, readers };
}
type World = Awaited<ReturnType<typeof createReaders>>;

/** Booked by the patient, who says why. */
export function bookedVisit({ patient, patientId, doctor, hospital }: World) {
  const start = inDays(3, "10:00").toISOString();
  const wanted = { doctorId: doctor.doctorId, patientId, hospitalId: hospital.id, start };
  return bookAppointment(patient.actor, { ...wanted, reason: "A cough" });
}

export async function requestedStay({ patient, patientId, hospital }: World) {
  await createWard(hospital.id);
  const wanted = { hospitalId: hospital.id, patientId, wardKind: "GENERAL", from: inDays(3).toISOString() } as const;
  return requestBed(patient.actor, { ...wanted, reason: "A knee" });
}

/** Runs a statement as the owner of the tables. */
export const asOwner = (text: string) => runAt(process.env.MIGRATION_DATABASE_URL ?? "", text);

/** Reads as the role for backups, which alone reads everything. */
export function asBackup(text: string) {
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  return runAt(url.href, text, "caresync_backup");
}

async function runAt(connectionString: string, text: string, role?: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (role) await client.query(`SET ROLE ${role}`);
    return await client.query<{ id: string }>(text);
  } finally {
    await client.end();
  }
}
