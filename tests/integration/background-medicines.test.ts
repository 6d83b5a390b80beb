import { describe, expect, it } from "vitest";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { changeAllergy } from "@/lib/domain/background/change-allergy";
import { loadMedicines } from "@/lib/domain/records/list-medicines";
import { getEncounter } from "@/lib/domain/records/queries";
import { writeNote } from "@/lib/domain/records/write-note";
import type { AppError } from "@/lib/platform/errors/app-error";
import { NO_PARTS } from "@/tests/support/notes";
import { outcome } from "@/tests/support/outcome";
import { allergyOf } from "./background-harness";
import { FOUND, NOTE, startedVisit } from "./encounter-harness";

const [SALBUTAMOL] = FOUND.prescriptions;
const AMOXICILLIN = { ...SALBUTAMOL!, drug: "Amoxicillin", strength: "500 mg", form: "Capsule" };
const partsWith = (allergyReason = "") => ({
  ...NO_PARTS,
  prescriptions: [SALBUTAMOL!, { ...AMOXICILLIN, allergyReason }],
});

/** A visit in progress of a patient who has recorded an allergy to penicillin. */
async function visitOfAllergic() {
  const started = await startedVisit();
  const { actor, patient } = started.patient;
  const allergy = await allergyOf(actor, patient.id);
  const sign = (allergyReason?: string) =>
    completeVisit(started.doctor.actor, {
      appointmentId: started.appointmentId,
      note: NOTE,
      parts: partsWith(allergyReason),
      version: 1,
    });
  return { ...started, allergy, sign };
}

describe("a medicine that may set off a recorded allergy", () => {
  it("is saved in a draft all the same", async () => {
    const { doctor, appointmentId } = await visitOfAllergic();
    const draft = { appointmentId, note: NOTE, parts: partsWith() };
    expect(await outcome(writeNote(doctor.actor, { ...draft, version: 1 }))).toBe("ok");
    expect(await outcome(completeVisit(doctor.actor, { ...draft, version: 2 }))).toBe("invalid");
    expect(await getEncounter(doctor.actor, appointmentId)).toMatchObject({ status: "DRAFT", version: 2 });
  });

  it("names the medicine that lacks its reason, and is signed with one", async () => {
    const { doctor, patient, appointmentId, sign } = await visitOfAllergic();
    const refused = (await sign().catch((error: unknown) => error)) as AppError;
    expect(refused.code).toBe("invalid");
    expect(refused.fields?.map(({ path }) => path)).toEqual(["parts.prescriptions.1.allergyReason"]);
    expect(JSON.stringify([refused.message, refused.fields])).not.toMatch(/penicillin|amoxicillin/i);
    await sign("Tolerated it in 2024");
    const { prescriptions } = await getEncounter(patient.actor, appointmentId);
    expect(prescriptions.map(({ drug, allergyReason }) => [drug, allergyReason])).toEqual([
      ["Salbutamol", ""],
      ["Amoxicillin", "Tolerated it in 2024"],
    ]);
    // Who repeats it later is asked anew.
    const { earlier } = await loadMedicines(doctor.actor, patient.patient.id);
    expect(earlier.map(({ allergyReason }) => allergyReason)).toEqual(["", ""]);
  });

  it("is no question once the allergy no longer holds", async () => {
    const { patient, allergy, sign } = await visitOfAllergic();
    await changeAllergy(patient.actor, allergy.id, { status: "INACTIVE" });
    expect(await outcome(sign())).toBe("ok");
  });
});
