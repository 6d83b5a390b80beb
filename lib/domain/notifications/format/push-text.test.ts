import { expect, it } from "vitest";
import { pushText } from "./push-text";
import { NOTIFIED } from "../rules";

it("has a short line for every notification and reader", () => {
  for (const [type, listeners] of Object.entries(NOTIFIED)) {
    const sides = listeners.filter((one) => one !== "user" && one !== "record" && one !== "keeper");
    for (const side of [undefined, ...sides]) {
      const line = pushText(type, side);
      expect(line, type).not.toBe("Something has changed");
      expect(line.length, type).toBeLessThanOrEqual(90);
    }
  }
});

it.each([
  ["appointment.rescheduled", "Your appointment has a new time"],
  ["bed-booking.discharged", "There is a change to a hospital stay"],
  ["encounter.signed", "There is something new in your records"],
  ["prescription.withdrawn", "There is something new in your records"],
  ["ambulance-booking.unanswered", "No ambulance has been confirmed yet: call the emergency number"],
])("says of %s: %s", (type, line) => expect(pushText(type, "patient")).toBe(line));

it("says nothing of what a visit was about, whatever has changed in a record", () => {
  const clinical = /note|prescription|medicine|diagnos|allerg|discharged|admitted|missed/i;
  for (const type of Object.keys(NOTIFIED)) expect(pushText(type, "patient"), type).not.toMatch(clinical);
});
