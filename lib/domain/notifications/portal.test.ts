import { expect, it } from "vitest";
import { portalOf } from "./internal/told";

it.each([
  ["appointment.cancelled", undefined, "patient"],
  ["appointment.cancelled", "doctor", "doctor"],
  ["invitation.accepted", undefined, "hospital"],
  ["affiliation.ended", undefined, "hospital"],
  ["hospital.verified", undefined, "hospital"],
  ["staff.role-changed", undefined, "hospital"],
  // They aren't staff any more.
  ["staff.removed", undefined, "patient"],
] as const)("a message of %s to the side %s leads to the portal of a %s", (type, side, portal) => {
  expect(portalOf({ type, side })).toBe(portal);
});
