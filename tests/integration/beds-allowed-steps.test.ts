import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { getBedBooking } from "@/lib/domain/beds/queries";
import {
  BED_BOOKING_STATUSES,
  REQUESTABLE_STATUSES,
  type BedBookingStatus,
  type RequestableStatus,
} from "@/lib/domain/beds/status";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { createBed } from "../support/factories";
import { codeOf, createHouse, createStay, inHours, outcome } from "./beds-cast";
import { freeBed, house, openHouse, strangers } from "./beds-steps-harness";

type Who = "patient" | "coordinator" | "manager";
const STAFF: Who[] = ["coordinator", "manager"];

/** docs/domain.md §4, written again by hand: from, to → who may. Everything else is refused. */
const ALLOWED: Partial<Record<BedBookingStatus, Partial<Record<RequestableStatus, Who[]>>>> = {
  REQUESTED: { RESERVED: STAFF, DECLINED: STAFF, CANCELLED: ["patient", ...STAFF] },
  RESERVED: { RESERVED: STAFF, ADMITTED: STAFF, DECLINED: STAFF, CANCELLED: ["patient", ...STAFF] },
  ADMITTED: { ADMITTED: STAFF, DISCHARGED: STAFF },
};
beforeAll(openHouse);

describe("every step by every role", () => {
  for (const from of BED_BOOKING_STATUSES) {
    it(`from ${from}: only what docs/domain.md §4 allows`, async () => {
      for (const to of REQUESTABLE_STATUSES) {
        for (const who of ["patient", ...STAFF] as const) {
          const { row, actor } = await createStay(house, from);
          const asked =
            from === "REQUESTED" && to === "RESERVED"
              ? { bedId: (await freeBed()).id }
              : from === to
                ? { endsAt: inHours(9).toISOString() }
                : {};
          const actors = { patient: actor, coordinator: house.coordinator, manager: house.manager };
          const result = await outcome(
            changeBedBooking(actors[who], row.id, { status: to, reason: "Said so", ...asked }),
          );
          const may = ALLOWED[from]?.[to]?.includes(who) ?? false;
          if (may) expect(`${who}: ${from} → ${to}: ${String(result)}`).toBe(`${who}: ${from} → ${to}: ok`);
          else
            expect(["invalid-transition", "forbidden"], `${who}: ${from} → ${to}: ${String(result)}`).toContain(result);
          const { status } = await db.bedBooking.findUniqueOrThrow({ where: { id: row.id }, select: { status: true } });
          expect(status).toBe(may ? to : from);
        }
      }
    });
  }

  it("answers the same for a stranger's stay and a missing one", async () => {
    const { row, bed } = await createStay(house, "ADMITTED");
    const missing = crypto.randomUUID();
    for (const stranger of strangers) {
      for (const work of [
        (id: string) => changeBedBooking(stranger, id, { status: "DISCHARGED" }),
        (id: string) => transferPatient(stranger, id, { bedId: bed!.id }),
        (id: string) => getBedBooking(stranger, id),
      ]) {
        const [foreign, none] = await Promise.all(
          [row.id, missing].map((id) => work(id).catch((error: unknown) => error)),
        );
        expect(foreign).toEqual(none);
        expect(codeOf(foreign)).toBe("not-found");
      }
    }
  });

  it("answers the same for another hospital's bed and a missing one, when reserving, admitting and transferring", async () => {
    const elsewhere = await createHouse();
    const foreign = await createBed(elsewhere.hospital.id, { ward: elsewhere.ward });
    const [asked, kept, inBed] = [
      await createStay(house, "REQUESTED"),
      await createStay(house, "RESERVED"),
      await createStay(house, "ADMITTED"),
    ];
    for (const bedId of [foreign.id, crypto.randomUUID()]) {
      expect(await outcome(changeBedBooking(house.manager, asked.row.id, { status: "RESERVED", bedId }))).toBe(
        "not-found",
      );
      expect(await outcome(changeBedBooking(house.manager, kept.row.id, { status: "ADMITTED", bedId }))).toBe(
        "not-found",
      );
      expect(await outcome(transferPatient(house.manager, inBed.row.id, { bedId }))).toBe("not-found");
    }
  });

  it("needs a reason from staff and a bed for a reservation, and names fields of other steps", async () => {
    const { row, actor } = await createStay(house, "REQUESTED");
    const fields = (input: Parameters<typeof changeBedBooking>[2]) =>
      changeBedBooking(house.coordinator, row.id, input).catch((e: { code: string; fields: { path: string }[] }) => [
        e.code,
        ...e.fields.map(({ path }) => path),
      ]);
    expect(await fields({ status: "DECLINED" })).toEqual(["invalid", "reason"]);
    expect(await fields({ status: "CANCELLED" })).toEqual(["invalid", "reason"]);
    expect(await fields({ status: "RESERVED" })).toEqual(["invalid", "bedId"]);
    const bedId = (await freeBed()).id;
    expect(await fields({ status: "DECLINED", reason: "Full", bedId })).toEqual(["invalid", "bedId"]);
    expect(await fields({ status: "RESERVED", bedId, reservedUntil: inHours(-1).toISOString() })).toEqual([
      "invalid",
      "reservedUntil",
    ]);
    expect(await fields({ status: "RESERVED", bedId, reservedUntil: inHours(73).toISOString() })).toEqual([
      "invalid",
      "reservedUntil",
    ]);
    expect(await fields({ status: "RESERVED", bedId, endsAt: inHours(-1).toISOString() })).toEqual([
      "invalid",
      "endsAt",
    ]);
    expect(await outcome(changeBedBooking(actor, row.id, { status: "CANCELLED" }))).toBe("ok");
  });

  it("reserves nothing new at a hospital that is no longer verified, but lets it care for its patients", async () => {
    const closed = await createHouse();
    const [asked, kept, inBed] = [
      await createStay(closed, "REQUESTED"),
      await createStay(closed, "RESERVED"),
      await createStay(closed, "ADMITTED"),
    ];
    const bed = await createBed(closed.hospital.id, { ward: closed.ward });
    await db.hospital.update({ where: { id: closed.hospital.id }, data: { verification: "SUSPENDED" } });
    expect(await outcome(changeBedBooking(closed.manager, asked.row.id, { status: "RESERVED", bedId: bed.id }))).toBe(
      "invalid-transition",
    );
    expect(await outcome(changeBedBooking(closed.manager, kept.row.id, { status: "ADMITTED" }))).toBe("ok");
    expect(await outcome(changeBedBooking(closed.manager, inBed.row.id, { status: "DISCHARGED" }))).toBe("ok");
    expect(
      await outcome(changeBedBooking(closed.manager, asked.row.id, { status: "DECLINED", reason: "Closed" })),
    ).toBe("ok");
  });
});
