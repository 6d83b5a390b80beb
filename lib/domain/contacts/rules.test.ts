import { describe, expect, it } from "vitest";
import { CALL_EVENTS } from "@/lib/domain/ambulances/events";
import { APPOINTMENT_EVENTS } from "@/lib/domain/appointments/events";
import { BED_BOOKING_EVENTS } from "@/lib/domain/beds/events";
import { NOTIFIED } from "@/lib/domain/notifications/rules";
import { effectOf, isReached, reachOf, TOLD_TYPES } from "./rules";

describe("how a person is reached", () => {
  it("is by a notification wherever an account reads it, with an email where mail is sent", () => {
    const facts = { hasAccount: true, phone: "+49 30 1234567" };
    expect(reachOf({ ...facts, isMailSent: false })).toEqual({ by: "NOTIFICATION", phone: null });
    expect(reachOf({ ...facts, isMailSent: true })).toEqual({ by: "EMAIL", phone: null });
  });

  it("is by phone without an account, mail or none, and not at all without a number", () => {
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: "+49 30 1234567" })).toEqual({ by: "PHONE", phone: "+49 30 1234567" });
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: null })).toEqual({ by: "NONE", phone: null });
  });

  it("counts as told only by what is on its way by itself", () => {
    const said = (by: "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE") => isReached({ by, phone: null });
    expect([said("EMAIL"), said("NOTIFICATION"), said("PHONE"), said("NONE")]).toEqual([true, true, false, false]);
  });
});

describe("what a person has to hear of", () => {
  const all = [...APPOINTMENT_EVENTS, ...BED_BOOKING_EVENTS, ...CALL_EVENTS];
  const of = (effect: string) => all.filter((type) => effectOf(type) === effect);

  it("is decided for every event that concerns a patient", () => {
    expect(of("tell").toSorted()).toEqual([...TOLD_TYPES].toSorted());
    // They were there when it happened, or nothing changes for them.
    expect(of("leave")).toEqual([
      "appointment.booked",
      "appointment.check-in-undone",
      "appointment.start-undone",
      "appointment.left-undone",
      "bed-booking.requested",
      "bed-booking.changed",
      "bed-booking.transferred",
      "bed-booking.discharge-undone",
      "ambulance-booking.requested",
      "ambulance-booking.offered",
      "ambulance-booking.passed-on",
      "ambulance-booking.verified",
      "ambulance-booking.patient-named",
      "ambulance-booking.crew-changed",
      "ambulance-booking.en-route",
    ]);
  });

  it("is told by a notification as well", () => {
    for (const type of TOLD_TYPES) expect(NOTIFIED[type], type).toContain("patient");
  });
});
