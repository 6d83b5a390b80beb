import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { seedDemo } from "@/prisma/seed/seed";
import { exportHospital, type Exported } from "@/scripts/move/export-hospital";
import { busiestHospital, connect, folder, linesOf, PASSPHRASE } from "./hospital-moves-harness";

const path = join(folder, "hospital.csh");
let client: pg.Client;
let hospitalId: string;
let done: Exported;

beforeAll(async () => {
  await seedDemo();
  client = await connect();
  hospitalId = await busiestHospital(client);
  done = await exportHospital(client, { hospitalId, path, passphrase: PASSPHRASE });
}, 300_000);
afterAll(() => client.end());

it("the file holds what belongs to the hospital, texts as they read and nothing of other hospitals", async () => {
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const lines = await linesOf(path);
  expect(JSON.parse((lines[0] ?? "").slice(1))).toMatchObject({ hospitalId });
  expect(JSON.parse((lines.at(-1) ?? "").slice(1))).toEqual(done.manifest);
  const count = (table: string) => done.manifest.tables[table]?.rows;
  const where = { hospitalId };
  expect([count("Appointment"), count("BedBooking"), count("Ambulance"), count("HospitalStaff")]).toEqual([
    await db.appointment.count({ where }),
    await db.bedBooking.count({ where }),
    await db.ambulance.count({ where }),
    await db.hospitalStaff.count({ where }),
  ]);
  expect(count("Hospital")).toBe(1);
  const others = await db.hospital.findMany({ where: { id: { not: hospitalId } }, select: { id: true } });
  const text = lines.join("\n");
  expect(others.filter(({ id }) => text.includes(`"hospitalId": "${id}"`))).toEqual([]);
  expect(text).toContain('"texts":{');
  expect(text).not.toContain('"isAdmin": true');
});

it("an export changes nothing, and says so of a hospital that isn't there or a file that is", async () => {
  const again = join(folder, "again.csh");
  expect((await exportHospital(client, { hospitalId, path: again, passphrase: PASSPHRASE })).manifest).toEqual(
    done.manifest,
  );
  await expect(exportHospital(client, { hospitalId, path, passphrase: PASSPHRASE })).rejects.toThrow(/there already/);
  const nowhere = { hospitalId: "nowhere", path: join(folder, "none"), passphrase: PASSPHRASE };
  await expect(exportHospital(client, nowhere)).rejects.toThrow(/no hospital/);
});

it("a file opens under its passphrase alone, and whole or not at all", async () => {
  await expect(linesOf(path, "another passphrase")).rejects.toThrow(/passphrase isn't/);
  const bytes = readFileSync(path);
  const damaged = join(folder, "damaged.csh");
  const versions = [
    bytes.subarray(0, bytes.length - 100),
    bytes.subarray(0, 28),
    Buffer.concat([bytes, Buffer.from("x")]),
  ];
  for (const place of [30, bytes.length >> 1, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    versions.push(changed);
  }
  for (const version of versions) {
    writeFileSync(damaged, version);
    await expect(linesOf(damaged)).rejects.toThrow(/damaged or cut off/);
  }
  writeFileSync(damaged, "PK");
  await expect(linesOf(damaged)).rejects.toThrow(/isn't the file of a hospital/);
});
