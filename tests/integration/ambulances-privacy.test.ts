import { describe, expect, it } from "vitest";
import { cancelTrackedCall } from "@/lib/domain/ambulances/cancel-tracked-call";
import { escalateCalls } from "@/lib/domain/ambulances/escalate-calls";
import { toCallOutput } from "@/lib/domain/ambulances/output";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { getCall, listCalls, listOwnCalls } from "@/lib/domain/ambulances/queries";
import { requestAmbulance } from "@/lib/domain/ambulances/request-ambulance";
import { loadOwnCall, getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";
import { verifyCaller } from "@/lib/domain/ambulances/verify-caller";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { hashSecretToken, newSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, newPatient } from "../support/actors";
import { createPatient } from "../support/factories";
import { bring, call, callAt, CALLER, hospitalAt, minutes, north, outcome, region } from "./ambulances-harness";

describe("the traces of a call", () => {
  it("contain no name, phone number, address or position: not in events, audit or notifications", async () => {
    const place = { latitude: 47.1234567, longitude: 8.7654321 };
    const [near, far] = [await hospitalAt(north(place, 1)), await hospitalAt(north(place, 20))];
    const { row, trackingToken } = await call(null, place);
    await escalateCalls(minutes(3.1));
    await bring(row.id, near, "DECLINED");
    await bring(row.id, far, "COMPLETED");
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    const kept = JSON.stringify([
      await db.domainEvent.findMany({ where: { aggregateId: row.id }, omit: { position: true, sequence: true } }),
      await db.auditEntry.findMany({
        where: { subjectId: row.id },
        omit: { position: true, txid: true, cluster: true },
      }),
      await db.notification.findMany(),
    ]);
    expect(kept).toContain("ambulance-booking.completed");
    // Seconds may look like a latitude.
    const untimed = kept.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");
    const said = [CALLER.name, "Wanda", CALLER.phone, "5551234", "Secret Lane", "47.12", "8.765", "Said so"];
    for (const secret of [...said, trackingToken!, hashSecretToken(trackingToken!)]) {
      expect(untimed).not.toContain(secret);
    }
  });

  it("notify the staff who are asked and the people involved, each in their own words, and no one twice", async () => {
    const place = region();
    const at = await hospitalAt(place);
    const { user, patient } = await createPatient();
    const caller = await actorOf(user);
    const { row } = await call(caller, place, { patientId: patient.id });
    await bring(row.id, at, "ARRIVED");
    const events = (await pendingDeliveries("notifications", 1000)).filter(({ aggregateId }) => aggregateId === row.id);
    await deliverNotifications(events);
    await deliverNotifications(events);
    const news = async (actor: typeof caller) =>
      (await listNotificationItems(actor, { limit: 20 })).items
        .map(({ type, call: about }) => [type, about?.side])
        .reverse();
    expect(await news(at.actor)).toEqual([["ambulance-booking.offered", "hospital"]]);
    expect(await news(caller)).toEqual([
      ["ambulance-booking.dispatched", "patient"],
      ["ambulance-booking.arrived", "patient"],
    ]);
  });

  it("reach a caller without an account on the call's own channel only, and once a hospital that lost the call", async () => {
    const place = region();
    const [near, far] = [await hospitalAt(north(place, 1)), await hospitalAt(north(place, 20))];
    const { row } = await call(null, place);
    await escalateCalls(minutes(3.1));
    await bring(row.id, near, "COMPLETED");
    const events = await db.domainEvent.findMany({
      where: { aggregateId: row.id },
      orderBy: { position: "asc" },
      select: { type: true, audience: true },
    });
    expect(events.every(({ audience }) => audience.includes(`call:${row.id}`))).toBe(true);
    expect(events.flatMap(({ audience }) => audience).filter((entry) => /^(public|user)/.test(entry))).toEqual([]);
    const reached = events.filter(({ audience }) => audience.includes(`hospital:${far.hospital.id}`));
    expect(reached.map(({ type }) => type)).toEqual(["ambulance-booking.offered", "ambulance-booking.dispatched"]);
  });
});

describe("the tracking token", () => {
  it("is kept as a hash, opens its own call alone, and no other token opens anything", async () => {
    const place = region();
    await hospitalAt(place);
    const { row, trackingToken } = await call(null, place);
    expect((await getTrackedCall(trackingToken!)).id).toBe(row.id);
    const stored = await db.ambulanceBooking.findUniqueOrThrow({ where: { id: row.id } });
    expect(JSON.stringify(stored)).not.toContain(trackingToken!);
    const forged = [
      hashSecretToken(trackingToken!),
      newSecretToken().token,
      trackingToken!.slice(0, -1),
      `${trackingToken}x`,
      row.id,
      "",
      "%",
      trackingToken!.toLowerCase(),
    ];
    for (const token of forged) {
      expect(await outcome(getTrackedCall(token))).toBe("not-found");
      expect(await outcome(cancelTrackedCall(token))).toBe("not-found");
    }
  });

  it("expires a day after the call ended", async () => {
    const place = region();
    await hospitalAt(place);
    const { trackingToken } = await call(null, place);
    await cancelTrackedCall(trackingToken!);
    expect((await getTrackedCall(trackingToken!, minutes(23 * 60))).status).toBe("CANCELLED");
    expect(await outcome(getTrackedCall(trackingToken!, minutes(24 * 60 + 1)))).toBe("not-found");
  });

  it("finds the same call when it is sent again, so that a lost answer sends no second vehicle", async () => {
    const place = region();
    await hospitalAt(place);
    const { token } = newSecretToken();
    const sent = await Promise.all([1, 2, 3].map(() => requestAmbulance(null, callAt(place), { token })));
    expect(new Set(sent.map(({ row }) => row.id)).size).toBe(1);
    expect(sent.map(({ trackingToken }) => trackingToken)).toEqual([token, token, token]);
    // Another person with the same secret gets nothing: it isn't theirs.
    const other = (await newPatient()).actor;
    expect(await outcome(requestAmbulance(other, callAt(place), { token }))).not.toBe("ok");
  });
});

describe("verifying the caller", () => {
  it("needs a code that staff never see before the vehicle leaves, with few attempts", async () => {
    const place = region();
    const at = await hospitalAt(place, 2, {}, { verifiesCallers: true });
    const { row, trackingToken } = await call(null, place);
    const { callbackCode } = await getTrackedCall(trackingToken!);
    expect(callbackCode).toMatch(/^\d{4}$/);
    const board = await loadDispatchBoard(at.actor, at.hospital.id);
    expect(board.waiting[0]).toMatchObject({ id: row.id, needsCallback: true });
    const staffSees = JSON.stringify([
      board,
      await getCall(at.actor, row.id),
      await listCalls(at.actor, {}, { limit: 20 }),
      toCallOutput(row, at.actor),
    ]);
    expect(staffSees).not.toMatch(/callbackCode/);
    expect(await outcome(bring(row.id, at, "DISPATCHED"))).toBe("invalid-transition");
    const wrong = callbackCode === "0000" ? "0001" : "0000";
    expect(await outcome(verifyCaller(at.actor, { id: row.id, code: wrong }))).toBe("invalid");
    expect(await outcome(verifyCaller((await hospitalAt(region())).actor, { id: row.id, code: callbackCode! }))).toBe(
      "not-found",
    );
    expect(await outcome(verifyCaller(at.actor, { id: row.id, code: callbackCode! }))).toBe("ok");
    expect((await getTrackedCall(trackingToken!)).callbackCode).toBeNull();
    expect(await outcome(bring(row.id, at, "DISPATCHED"))).toBe("ok");

    const guessed = await call(null, place);
    const tries = [];
    for (let i = 0; i < 6; i++) tries.push(await outcome(verifyCaller(at.actor, { id: guessed.row.id, code: "abcd" })));
    expect(tries).toEqual(["invalid", "invalid", "invalid", "invalid", "invalid", "rate-limited"]);
  });

  it("is skipped for accounts, and where the hospital does not require it", async () => {
    const place = region();
    const at = await hospitalAt(place, 1, {}, { verifiesCallers: true });
    const caller = (await newPatient()).actor;
    const { row } = await call(caller, place);
    expect((await loadOwnCall(caller, row.id)).callbackCode).toBeNull();
    expect(await outcome(bring(row.id, at, "DISPATCHED"))).toBe("ok");
    const easy = region();
    const open = await hospitalAt(easy);
    const anonymous = await call(null, easy);
    expect((await getTrackedCall(anonymous.trackingToken!)).callbackCode).toBeNull();
    expect(await outcome(bring(anonymous.row.id, open, "DISPATCHED"))).toBe("ok");
  });
});

describe("a caller with an account", () => {
  it("names only their own patients, sees only their own calls, and not the patient the hospital identified", async () => {
    const place = region();
    await hospitalAt(place);
    const { user } = await createPatient();
    const caller = await actorOf(user);
    const stranger = await createPatient();
    expect(await outcome(call(caller, place, { patientId: stranger.patient.id }))).toBe("not-found");
    const { row, trackingToken } = await call(caller, place);
    expect(trackingToken).toBeNull();
    await db.ambulanceBooking.update({
      where: { id: row.id },
      data: { patientId: stranger.patient.id, version: { increment: 1 } },
    });
    expect(toCallOutput(await getCall(caller, row.id), caller).patientId).toBeNull();
    expect((await listOwnCalls(await actorOf(stranger.user), {}, { limit: 5 })).items.map(({ id }) => id)).toEqual([
      row.id,
    ]);
  });
});
