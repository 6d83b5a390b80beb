import { inviteAddressesIn } from "@/lib/domain/affiliations/invite-addresses";
import { inviteStaffAddressesIn } from "@/lib/domain/staff/invite-staff-addresses";
import { registerPatientsIn } from "@/lib/domain/registrations/register-patients";
import { rateOf } from "@/lib/domain/beds/add-ward";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { readPhone } from "@/lib/platform/text/read-phone";
import type { RowOf } from "../rules/cells";
import type { ImportKind } from "../status";

type Part<K extends ImportKind> = { rows: RowOf<K>[]; hospitalId: string; importId: string };
type AnyPart = { kind: ImportKind } & Part<ImportKind>;

const WRITERS: { [K in ImportKind]: (tx: Tx, actor: Actor, part: Part<K>) => Promise<void> } = {
  DEPARTMENTS: async (tx, _actor, { rows, ...origin }) => {
    await tx.department.createMany({ data: rows.map(({ name }) => ({ name, ...originOf(origin) })) });
  },
  WARDS: async (tx, _actor, { rows, ...origin }) => {
    await tx.ward.createMany({
      data: rows.map(({ dailyRate, ...fields }) => ({ ...fields, ...rateOf(dailyRate), ...originOf(origin) })),
    });
  },
  BEDS: async (tx, _actor, { rows, ...origin }) => {
    await tx.bed.createMany({ data: rows.map((row) => ({ ...row, ...originOf(origin) })) });
  },
  AMBULANCES: async (tx, _actor, { rows, ...origin }) => {
    const { country } = await tx.hospital.findUniqueOrThrow({
      where: { id: origin.hospitalId },
      select: { country: true },
    });
    await tx.ambulance.createMany({
      data: rows.map((row) => ({ ...row, crewPhone: readPhone(row.crewPhone, country), ...originOf(origin) })),
    });
  },
  DOCTORS: (tx, actor, { rows, hospitalId, importId }) =>
    inviteAddressesIn(
      tx,
      actor,
      hospitalId,
      rows.map(({ email = "", departmentId = null, message = null }) => ({ email, departmentId, message })),
      importId,
    ),
  STAFF: (tx, actor, { rows, hospitalId, importId }) => inviteStaffAddressesIn(tx, actor, hospitalId, rows, importId),
  PATIENTS: (tx, actor, { rows, ...origin }) => registerPatientsIn(tx, actor, origin, rows),
};

/** Writes validated rows; a database constraint has the last word. */
export function writeRows(tx: Tx, actor: Actor, { kind, ...part }: AnyPart): Promise<void> {
  // One kind at a time, whose rows have its own shape.
  const write = WRITERS[kind] as (tx: Tx, actor: Actor, part: Part<ImportKind>) => Promise<void>;
  return write(tx, actor, part);
}

function originOf({ hospitalId, importId }: { hospitalId: string; importId: string }) {
  return { hospitalId, importId };
}
