import { expect, it } from "vitest";
import { notificationHref, notificationText, type NotificationItem } from "./format";
import { NOTIFIED } from "./rules";

const visit = (side: NonNullable<NotificationItem["visit"]>["side"]): NotificationItem["visit"] => ({
  id: "v",
  side,
  withName: "Dr Asha",
  start: "2026-11-24T10:00:00Z",
  timeZone: "UTC",
  mode: "IN_PERSON" as const,
});

it("has a text for every event that notifies someone, for each recipient", () => {
  for (const [type, listeners] of Object.entries(NOTIFIED)) {
    const sides = listeners.filter((one) => one !== "user" && one !== "record" && one !== "keeper");
    for (const side of [undefined, ...sides])
      expect(notificationText(type, side), type).not.toBe("Something has changed");
  }
  expect(notificationText("appointment.booked", "patient")).not.toBe(notificationText("appointment.booked", "doctor"));
  expect(notificationText("brand.new")).toBe("Something has changed");
});

it("links to the visit in the recipient's portal, wherever it is read", () => {
  const type = "appointment.cancelled";
  expect(notificationHref({ type, visit: visit("patient") }, "doctor")).toBe("/patient/visits/v");
  expect(notificationHref({ type, visit: visit("doctor") }, "patient")).toBe("/doctor/visits/v");
  expect(notificationHref({ type: "answers.requested", visit: visit("patient") }, "doctor")).toBe(
    "/patient/visits/v/questions",
  );
  expect(notificationHref({ type, visit: null }, "patient")).toBe("/patient/visits");
  for (const side of ["patient", "doctor", "hospital"] as const)
    expect(notificationHref({ type: "conversation.practice-wrote", visit: visit(side) }, "patient")).toBe(
      `/${side}/messages/v`,
    );
  expect(notificationHref({ type, visit: visit("hospital") }, "patient")).toBe("/hospital/appointments/v");
  const stay = { id: "s", withName: "", start: "", timeZone: "UTC", mode: "IN_PERSON" as const };
  expect(
    notificationHref({ type: "bed-booking.reserved", visit: null, stay: { ...stay, side: "patient" } }, "doctor"),
  ).toBe("/patient/stays/s");
  expect(
    notificationHref({ type: "bed-booking.requested", visit: null, stay: { ...stay, side: "hospital" } }, "patient"),
  ).toBe("/hospital/beds/s");
  const call = (side: "patient" | "hospital") =>
    notificationHref({ type: "ambulance-booking.vehicle-replaced", visit: null, call: { id: "c", side } }, "patient");
  expect([call("patient"), call("hospital")]).toEqual(["/patient/stays/ambulances/c", "/hospital/ambulances"]);
  expect(notificationHref({ type: "doctor.verified", visit: null }, "patient")).toBe("/doctor");
});

it("links to the invitation, request or place, on the recipient's side", () => {
  const to = (type: string, portal: "doctor" | "hospital" | "patient") =>
    notificationHref({ type, visit: null }, portal);
  for (const portal of ["doctor", "patient"] as const) expect(to("invitation.created", portal)).toBe("/doctor/places");
  expect(to("invitation.requested", "hospital")).toBe("/hospital/doctors?view=requests");
  expect(to("invitation.declined", "hospital")).toBe("/hospital/doctors?view=invited");
  expect(to("invitation.accepted", "hospital")).toBe("/hospital/doctors");
  expect(to("affiliation.ended", "hospital")).toBe("/hospital/doctors");
  expect(to("affiliation.suspended", "doctor")).toBe("/doctor/places");
});
