import { readFileSync } from "node:fs";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { addAmbulance } from "@/lib/domain/ambulances/add-ambulance";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { addBed } from "@/lib/domain/beds/add-beds";
import { addWard } from "@/lib/domain/beds/add-ward";
import { changeWard } from "@/lib/domain/beds/change-ward";
import { addDepartment } from "@/lib/domain/staff/add-department";
import { renameDepartment } from "@/lib/domain/staff/rename-department";
import { loadExisting } from "@/lib/domain/transfer/internal/load-existing";
import { readRows } from "@/lib/domain/transfer/rules/rows";
import { settleReading } from "@/lib/domain/transfer/internal/settle-reading";
import type { ImportKind } from "@/lib/domain/transfer/status";
import { db } from "@/lib/platform/db/db";
import { createHouse, outcome } from "./beds-cast";

let house: Awaited<ReturnType<typeof createHouse>>;
let hospitalId: string;
beforeAll(async () => {
  house = await createHouse();
  hospitalId = house.hospital.id;
});

describe("equivalent labels", () => {
  it("are one vehicle: only letters and digits of a registration count", async () => {
    const vehicle = { hospitalId, kind: "BASIC", crewPhone: "+49 30 901820" } as const;
    await addAmbulance(house.manager, { ...vehicle, registration: "B-RT 100" });
    for (const registration of ["B-RT100", "b rt·100", "ＢＲＴ１００"]) {
      expect(await outcome(addAmbulance(house.manager, { ...vehicle, registration }))).toBe("already-exists");
    }
    const other = await addAmbulance(house.manager, { ...vehicle, registration: "B-RT 101" });
    expect(await outcome(changeAmbulance(house.manager, other.id, { registration: "BRT 100" }))).toBe("already-exists");
    expect(await outcome(changeAmbulance(house.manager, other.id, { registration: "B RT-101" }))).toBe("ok");
  });

  it("are one ward, bed or department: case, width and spaces do not count", async () => {
    const ward = await addWard(house.manager, { hospitalId, name: "Ward 7", kind: "ICU" });
    const next = await addWard(house.manager, { hospitalId, name: "Ward 8", kind: "ICU" });
    const department = await addDepartment(house.manager, { hospitalId, name: "Ίατρική" });
    const other = await addDepartment(house.manager, { hospitalId, name: "Surgery" });
    await addBed(house.manager, { hospitalId, wardId: ward.id, label: "A 1" });
    expect([
      await outcome(addWard(house.manager, { hospitalId, name: "Ward  7", kind: "ICU" })),
      await outcome(addWard(house.manager, { hospitalId, name: "WARD\u00a0７", kind: "ICU" })),
      await outcome(changeWard(house.manager, next.id, { name: "ward  7" })),
      await outcome(addDepartment(house.manager, { hospitalId, name: "ίατρική" })),
      await outcome(renameDepartment(house.manager, { id: other.id, name: "ΊΑΤΡΙΚΉ" })),
      await outcome(addBed(house.manager, { hospitalId, wardId: ward.id, label: "a  1" })),
    ]).toEqual(Array(6).fill("invalid"));
    expect(await outcome(renameDepartment(house.manager, { id: department.id, name: "Ιατρική" }))).toBe("ok");
  });

  it("are refused by the database itself, even in plain SQL", async () => {
    const twice = [
      { hospitalId, name: "Night ward", kind: "ICU" as const },
      { hospitalId, name: "night  WARD", kind: "ICU" as const },
    ];
    await expect(db.ward.createMany({ data: twice })).rejects.toMatchObject({ code: "P2002" });
    await expect(
      db.department.createMany({
        data: [
          { hospitalId, name: "X ray" },
          { hospitalId, name: "x  Ray" },
        ],
      }),
    ).rejects.toMatchObject({ code: "P2002" });
  });

  it("are errors in the dry run, within a file and against existing rows", async () => {
    const faultsOf = async (kind: ImportKind, ...lines: string[]) => {
      const { table, reading } = settleReading(kind, lines.join("\n"), {});
      return readRows(kind, table ?? [], reading, await loadExisting(db, hospitalId, kind)).faults;
    };
    const rest = "BASIC,+49 30 901820";
    expect(
      await faultsOf(
        "AMBULANCES",
        "registration,kind,crew_phone",
        `B-ı 1,${rest}`,
        `B-I 1,${rest}`,
        `b rt 100,${rest}`,
      ),
    ).toMatchObject([
      { row: 3, column: "registration" },
      { row: 4, column: "registration" },
    ]);
    expect(await faultsOf("WARDS", "name,kind", "Ward   7,ICU", "Day ward,ICU", "DAY\u00a0WARD,ICU")).toMatchObject([
      { row: 2 },
      { row: 4 },
    ]);
    expect(await faultsOf("BEDS", "ward,label", "WARD  7,a 1", "Ward ７,B 1")).toMatchObject([{ row: 2 }]);
  });
});

it("duplicate labels from before stay separate: the later one gets a number, whatever exists already", async () => {
  const migration = readFileSync("prisma/migrations/20261127020100_label_keys/migration.sql", "utf8");
  const steps = migration.slice(migration.indexOf("CREATE FUNCTION pg_temp"));
  const owner = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    for (const index of [
      "Department_hospitalId_nameKey_key",
      "Ward_one_name",
      "Bed_one_label",
      "Ambulance_one_registration",
      "Specialty_nameKey_key",
      "Service_nameKey_key",
    ]) {
      await owner.query(`DROP INDEX "${index}"`);
    }
    for (const name of ["Ward A", "ward  a", "WARD A", "Ward A (2)"]) {
      await owner.query(`INSERT INTO "Ward" ("id", "hospitalId", "name", "kind") VALUES (uuidv7(), $1, $2, 'ICU')`, [
        hospitalId,
        name,
      ]);
    }
    for (const registration of ["B-XY 1234567890123", "BXY 1234567890123"]) {
      await owner.query(
        `INSERT INTO "Ambulance" ("id", "hospitalId", "registration", "kind", "crewPhone") VALUES (uuidv7(), $1, $2, 'BASIC', '1')`,
        [hospitalId, registration],
      );
    }
    await owner.query(steps);
    const { rows: wards } = await owner.query(
      `SELECT "name" FROM "Ward" WHERE "name" ILIKE 'ward%a%' AND "hospitalId" = $1 ORDER BY "id"`,
      [hospitalId],
    );
    expect(wards.map(({ name }) => name)).toEqual(["Ward A", "ward  a (3)", "WARD A (4)", "Ward A (2)"]);
    const { rows: vehicles } = await owner.query(
      `SELECT "registration" FROM "Ambulance" WHERE "registration" LIKE '%XY%' AND "hospitalId" = $1 ORDER BY "id"`,
      [hospitalId],
    );
    expect(vehicles.map(({ registration }) => registration)).toEqual([
      "B-XY 1234567890123",
      "BXY 1234567890123 (2)".slice(0, 16) + " (2)",
    ]);
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
});
