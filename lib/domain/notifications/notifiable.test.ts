import { describe, expect, it } from "vitest";
import { CALL_EVENTS } from "@/lib/domain/ambulances/events";
import { APPOINTMENT_EVENTS } from "@/lib/domain/appointments/events";
import { BED_BOOKING_EVENTS } from "@/lib/domain/beds/events";
import { effectOf, NOTIFIABLE_TYPES } from "@/lib/domain/contacts/rules";
import { RECALL_EVENTS } from "@/lib/domain/recalls/events";
import { topicOf } from "@/lib/domain/preferences/rules";
import { NOTIFIED } from "./rules";

describe("the events a person must be notified of", () => {
  const all = [...APPOINTMENT_EVENTS, ...BED_BOOKING_EVENTS, ...CALL_EVENTS, ...RECALL_EVENTS];
  const of = (effect: string) => all.filter((type) => effectOf(type) === effect);

  it("are decided for every event that concerns a patient", () => {
    expect(of("notify").toSorted()).toEqual([...NOTIFIABLE_TYPES].toSorted());
    // They were there when it happened, or nothing changes for them.
    expect(of("none")).toEqual([
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
      "recall.set",
      "recall.changed",
      "recall.removed",
      "recall.dismissed",
    ]);
  });

  it("all have a notification", () => {
    for (const type of NOTIFIABLE_TYPES) expect(NOTIFIED[type], type).toContain("patient");
  });
});

it("each is about a topic, on every side", () => {
  for (const [type, listeners] of Object.entries(NOTIFIED))
    for (const listener of listeners) {
      const side = listener === "doctor" || listener === "hospital" || listener === "admin" ? listener : undefined;
      expect(topicOf(type, side), `${type} to ${listener}`).not.toBeNull();
    }
});
