import type { Db } from "@/lib/platform/db/db";
import { nameKey } from "@/lib/platform/text/label-key";
import { keyOf, REFERENCES, type RowOf } from "../rules/cells";
import type { Existing } from "../rules/rows";
import type { ImportKind } from "../status";

/** Loads what the hospital already has of a kind, and what rows of that kind may refer to. */
export async function loadExisting(client: Db, hospitalId: string, kind: ImportKind): Promise<Existing> {
  return {
    taken: new Set(await takenKeys(client, hospitalId, kind)),
    names: await referredNames(client, hospitalId, kind),
  };
}

async function takenKeys(client: Db, hospitalId: string, kind: ImportKind): Promise<string[]> {
  const key = <K extends ImportKind>(of: K, row: Partial<RowOf<K>>) => keyOf(of, row);
  switch (kind) {
    case "DEPARTMENTS":
      return (await client.department.findMany({ where: { hospitalId }, select: { name: true } })).map((row) =>
        key("DEPARTMENTS", row),
      );
    case "WARDS":
      return (await client.ward.findMany({ where: { hospitalId, removedAt: null }, select: { name: true } })).map(
        (row) => key("WARDS", row),
      );
    case "BEDS": {
      const beds = await client.bed.findMany({
        where: { hospitalId, removedAt: null },
        select: { label: true, wardId: true },
      });
      return beds.map((row) => key("BEDS", row));
    }
    case "AMBULANCES":
      return (
        await client.ambulance.findMany({ where: { hospitalId, removedAt: null }, select: { registration: true } })
      ).map((row) => key("AMBULANCES", row));
    case "DOCTORS": {
      const rows = await client.doctorInvitation.findMany({
        where: { hospitalId, status: "PENDING", email: { not: null } },
        select: { email: true },
      });
      return rows.map(({ email }) => key("DOCTORS", { email: email ?? "" }));
    }
    case "PATIENTS": {
      const where = { hospitalId, recordNumber: { not: null } };
      const rows = await client.registration.findMany({ where, select: { recordNumber: true } });
      return rows.map(({ recordNumber }) => keyOf("PATIENTS", { recordNumber }));
    }
    case "STAFF": {
      const pending = { hospitalId, status: "PENDING", expiresAt: { gt: new Date() } } as const;
      const [members, invited] = await Promise.all([
        client.hospitalStaff.findMany({ where: { hospitalId }, select: { user: { select: { email: true } } } }),
        client.staffInvitation.findMany({ where: pending, select: { email: true } }),
      ]);
      return [...members.map(({ user }) => user), ...invited].map((row) => key("STAFF", row));
    }
  }
}

async function referredNames(client: Db, hospitalId: string, kind: ImportKind): Promise<Map<string, string>> {
  const reference = REFERENCES[kind];
  if (reference === null) return new Map();
  const rows =
    reference === "ward"
      ? await client.ward.findMany({ where: { hospitalId, removedAt: null }, select: { id: true, name: true } })
      : await client.department.findMany({ where: { hospitalId }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [nameKey(name), id]));
}
