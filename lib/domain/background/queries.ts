import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { allergySelect, conditionSelect, statementSelect, versionSelect, type VersionRow } from "./internal/rows";
import { toAllergy, toAllergyList, toCondition, toConditions } from "./internal/to-background";
import { keptBy, readableBy } from "./policy";
import { MOST_READ } from "./rules";
import type { Allergy, AllergyList, Background, Condition } from "./schema";

/** As many former versions as are read for all entries of a patient. */
const MOST_VERSIONS = 1000;

/** Returns a patient's allergies, or that there are none; the look is logged. Throws `not-found`. */
export function listAllergies(actor: Actor, patientId: string): Promise<AllergyList> {
  return inTransaction(actor, async (tx) => {
    if (!(await isReadable(tx, actor, patientId, "ALLERGIES"))) throw notFound();
    return allergiesIn(tx, actor, patientId);
  });
}

/** Returns a patient's conditions; the look is logged. Throws `not-found`. */
export function listConditions(actor: Actor, patientId: string): Promise<Condition[]> {
  return inTransaction(actor, async (tx) => {
    if (!(await isReadable(tx, actor, patientId, "CONDITIONS"))) throw notFound();
    return conditionsIn(tx, actor, patientId);
  });
}

/** Returns one allergy; the look is logged. Throws `not-found`. */
export function getAllergy(actor: Actor, id: string): Promise<Allergy> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.allergy.findFirst({ where: { id, patient: readableBy(actor) }, select: allergySelect });
    if (!row) throw notFound();
    await recordLook(tx, actor, "allergy.read", row.patientId);
    return toAllergy(actor, row, await listVersions(tx, row.patientId, [row]));
  });
}

/** Returns one condition; the look is logged. Throws `not-found`. */
export function getCondition(actor: Actor, id: string): Promise<Condition> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.condition.findFirst({ where: { id, patient: readableBy(actor) }, select: conditionSelect });
    if (!row) throw notFound();
    await recordLook(tx, actor, "condition.read", row.patientId);
    return toCondition(actor, row, await listVersions(tx, row.patientId, [row]));
  });
}

/** Returns both, each look logged; null for anyone who may not read them. */
export function findBackground(actor: Actor, patientId: string): Promise<Background | null> {
  return inTransaction(actor, async (tx) => {
    if (!(await isReadable(tx, actor, patientId))) return null;
    return {
      patientId,
      allergies: await allergiesIn(tx, actor, patientId),
      conditions: await conditionsIn(tx, actor, patientId),
      mayKeep: (await tx.patient.count({ where: { AND: [{ id: patientId }, keptBy(actor)] } })) > 0,
    };
  });
}

async function isReadable(
  tx: Tx,
  actor: Actor,
  patientId: string,
  part?: "ALLERGIES" | "CONDITIONS",
): Promise<boolean> {
  return (await tx.patient.count({ where: { AND: [{ id: patientId }, readableBy(actor, part)] } })) > 0;
}

/** Returns what a patient reacts to now, for the check of a medicine by the doctor of their visit. */
export async function listActiveSubstances(tx: Tx, patientId: string): Promise<{ id: string; substance: string }[]> {
  return tx.allergy.findMany({
    where: { patientId, status: "ACTIVE" },
    select: { id: true, substance: true },
    orderBy: { id: "asc" },
    take: MOST_READ,
  });
}

async function allergiesIn(tx: Tx, actor: Actor, patientId: string): Promise<AllergyList> {
  const rows = await tx.allergy.findMany({
    where: { patientId },
    select: allergySelect,
    orderBy: { id: "asc" },
    take: MOST_READ,
  });
  const statement = await tx.noKnownAllergies.findFirst({
    where: { patientId, endedAt: null },
    select: statementSelect,
  });
  const versions = await listVersions(tx, patientId, rows);
  await recordLook(tx, actor, "allergy.list", patientId);
  return toAllergyList(actor, rows, versions, statement);
}

async function conditionsIn(tx: Tx, actor: Actor, patientId: string): Promise<Condition[]> {
  const rows = await tx.condition.findMany({
    where: { patientId },
    select: conditionSelect,
    orderBy: { id: "asc" },
    take: MOST_READ,
  });
  const versions = await listVersions(tx, patientId, rows);
  await recordLook(tx, actor, "condition.list", patientId);
  return toConditions(actor, rows, versions);
}

/** Returns the versions of changed entries, newest first. */
export async function listVersions(
  tx: Tx,
  patientId: string,
  entries: { id: string; version: number }[],
): Promise<VersionRow[]> {
  const changed = entries.filter(({ version }) => version > 1).map(({ id }) => id);
  if (changed.length === 0) return [];
  return tx.backgroundVersion.findMany({
    where: { patientId, entryId: { in: changed } },
    select: versionSelect,
    orderBy: [{ changedAt: "desc" }, { version: "desc" }],
    take: MOST_VERSIONS,
  });
}
