import { expect, it } from "vitest";
import { listHospitalStays, type StaysFilter } from "@/lib/domain/beds/list-hospital-stays";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { createHouse, createStay } from "./beds-cast";

async function stayOf(
  house: Awaited<ReturnType<typeof createHouse>>,
  name: string,
  status: Parameters<typeof createStay>[1],
) {
  const { row } = await createStay(house, status);
  await db.patient.update({ where: { id: row.patientId }, data: { name } });
  return row.id;
}

it("a hospital finds its own stays by name and status, page by page", async () => {
  const [house, other] = [await createHouse(), await createHouse()];
  const ids = [
    await stayOf(house, "Zoë O'Hallaran", "DISCHARGED"),
    await stayOf(house, "Bran Zoëberg", "ADMITTED"),
    await stayOf(house, "Bran Otherman", "CANCELLED"),
  ].reverse();
  await stayOf(other, "Zoella Otherplace", "ADMITTED");
  const list = async (actor: Actor, filter: StaysFilter = {}, limit = 10, cursor?: string) => {
    const page = await listHospitalStays(actor, house.hospital.id, filter, { limit, cursor });
    return { ids: page.items.map(({ id }) => id), next: page.nextCursor };
  };
  expect((await list(house.coordinator)).ids).toEqual(ids);
  expect((await list(house.coordinator, { name: "zoe" })).ids).toEqual([ids[1], ids[2]]);
  expect((await list(house.coordinator, { name: "zoe", status: "ADMITTED" })).ids).toEqual([ids[1]]);
  expect((await list(house.coordinator, { name: "nobody" })).ids).toEqual([]);
  const first = await list(house.manager, {}, 2);
  expect([first.ids, (await list(house.manager, {}, 2, first.next ?? "")).ids]).toEqual([
    ids.slice(0, 2),
    ids.slice(2),
  ]);
  expect([(await list(other.manager)).ids, (await list(other.manager, { name: "zoe" })).ids]).toEqual([[], []]);
});
