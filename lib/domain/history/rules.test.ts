import { expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { actorLabel, capacityOf } from "./rules";

const done = { as: "staff", via: "session", userId: "u", userName: "Iva Dunmore" } as const;
const desk = { side: "practice", userId: "other" } as const;
const patient = { side: "patient", userId: "p" } as const;

it("shows the names of front desk staff to the practice, and never to patients", () => {
  expect(actorLabel(done, desk)).toBe("Front desk: Iva Dunmore");
  expect(actorLabel(done, patient)).toBe("The hospital's front desk");
  expect(actorLabel({ ...done, as: "doctor", userName: "Dr Asha" }, patient)).toBe("Dr Asha");
});

it("says whether a change came online or through the API", () => {
  expect(actorLabel({ ...done, via: "token" }, desk)).toBe("Front desk: Iva Dunmore, through the API");
  expect(actorLabel({ ...done, as: "patient" }, desk)).toBe("The patient, online");
  expect(actorLabel({ ...done, as: "patient", via: "token" }, desk)).toBe("The patient, through the API");
  expect(actorLabel({ ...done, as: "patient", userId: "p" }, patient)).toBe("You, online");
  expect(actorLabel({ ...done, as: "patient" }, patient)).toBe("Someone who acts for the patient, online");
  expect(actorLabel({ ...done, as: "system", via: "system" }, patient)).toBe("Automatically");
  expect(actorLabel({ ...done, as: null }, desk)).toBeNull();
});

it("chooses the capacity in which someone with several acted, the patient's first", () => {
  const everything = {
    ...SYSTEM_ACTOR,
    via: "session",
    userId: "u",
    patientIds: ["p"],
    doctorId: "d",
    hospitalId: "h",
    staffRole: "MANAGER",
    isAdmin: true,
  } as const;
  const actor = { ...everything, patientIds: ["p"] };
  expect(capacityOf(actor, { patientId: "p", doctorId: "d", hospitalId: "h" })).toBe("patient");
  expect(capacityOf(actor, { patientId: "x", doctorId: "d", hospitalId: "h" })).toBe("doctor");
  expect(capacityOf(actor, { patientId: "x", doctorId: "y", hospitalId: "h" })).toBe("staff");
  expect(capacityOf(actor, { hospitalId: "z" })).toBe("administrator");
  expect(capacityOf(SYSTEM_ACTOR, { patientId: "p" })).toBe("system");
});
