import { expect, it } from "vitest";
import { absenceTitle, lateText, reachText, STAND_LABELS, STATUS_LABELS } from "./format";

it("says how many patients are told and how, or only how many until that is known", () => {
  const none = { visits: 0, told: 0, toCall: 0, unreachable: 0 };
  expect(reachText(none)).toBe("No one has an appointment then.");
  expect(reachText({ ...none, visits: 3 })).toBe("3 appointments.");
  expect(reachText({ visits: 4, told: 1, toCall: 2, unreachable: 1 })).toBe(
    "4 appointments: 1 patient gets a notification, 2 have to be called, 1 can't be reached at all.",
  );
});

it("names who is away or late, and what is closed", () => {
  const absence = { kind: "AWAY", doctorName: "Dr Weiss", label: null, lateMinutes: null } as const;
  expect(absenceTitle(absence)).toBe("Dr Weiss is away");
  expect(absenceTitle({ ...absence, kind: "LATE", lateMinutes: 80 })).toBe("Dr Weiss is 1 hour 20 minutes late");
  expect(absenceTitle({ ...absence, kind: "CLOSED", doctorName: null, label: "Cardiology" })).toBe(
    "Cardiology is closed",
  );
  expect(absenceTitle({ ...absence, kind: "HOLIDAY", doctorName: null, label: "DE" })).toBe(
    "Closed on public holidays",
  );
  expect(lateText(60)).toBe("1 hour late");
});

it("gives no status of an absence the name of an appointment's", () => {
  const shared = Object.values(STATUS_LABELS).filter((label) => Object.values(STAND_LABELS).includes(label));
  expect(shared).toEqual([]);
});
