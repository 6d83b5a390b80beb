import { inviteAddressesIn } from "@/lib/domain/affiliations/invite-addresses";
import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import type { RowOf } from "./rules-cells";
import type { ImportKind } from "./status";

type Part<K extends ImportKind> = { rows: RowOf<K>[]; names: ReadonlyMap<string, string>; hospitalId: string; importId: string };
type AnyPart = { kind: ImportKind } & Part<ImportKind>;

const WRITERS: { [K in ImportKind]: (tx: Tx, actor: Actor, part: Part<K>) => Promise<void> } = {
  DEPARTMENTS: async (tx, _actor, { rows, ...origin }) => {
    await tx.department.createMany({ data: rows.map(({ name }) => ({ name, ...originOf(origin) })) });
  },
  WARDS: async (tx, _actor, { rows, names, ...origin }) => {
    await tx.ward.createMany({
      data: rows.map(({ name, kind, department, cleaning_minutes, daily_rate, currency = "EUR" }) => ({
        name,
        kind,
        departmentId: idOf(names, department),
        ...(cleaning_minutes === undefined ? {} : { cleaningMinutes: cleaning_minutes }),
        dailyRateMinor: daily_rate === undefined ? null : minorOf(daily_rate, currency),
        currency,
        ...originOf(origin),
      })),
    });
  },
  BEDS: async (tx, _actor, { rows, names, ...origin }) => {
    await tx.bed.createMany({ data: rows.map(({ ward, label }) => ({ label, wardId: idOf(names, ward) ?? "", ...originOf(origin) })) });
  },
  AMBULANCES: async (tx, _actor, { rows, ...origin }) => {
    await tx.ambulance.createMany({
      data: rows.map(({ registration, kind, crew_phone: crewPhone, latitude = null, longitude = null }) => ({
        registration, kind, crewPhone, latitude, longitude, ...originOf(origin),
      })),
    });
  },
  DOCTORS: (tx, actor, { rows, names, hospitalId, importId }) =>
    inviteAddressesIn(tx, actor, hospitalId, rows.map(({ email, department, message }) => ({ email, departmentId: idOf(names, department), message: message ?? null })), importId),
};

/** Writes rows that have been judged; a constraint of the database has the last word. */
export function writeRows(tx: Tx, actor: Actor, { kind, ...part }: AnyPart): Promise<void> {
  // One kind at a time: its rows are of its own shape.
  const write = WRITERS[kind] as (tx: Tx, actor: Actor, part: Part<ImportKind>) => Promise<void>;
  return write(tx, actor, part);
}

function originOf({ hospitalId, importId }: { hospitalId: string; importId: string }) {
  return { hospitalId, importId };
}

function idOf(names: ReadonlyMap<string, string>, name: string | undefined): string | null {
  return name === undefined ? null : (names.get(name.toLocaleLowerCase("en")) ?? null);
}

/** 80.5 EUR is 8050; yen have no smaller unit. */
function minorOf(amount: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return Math.round(amount * 10 ** maximumFractionDigits);
}
