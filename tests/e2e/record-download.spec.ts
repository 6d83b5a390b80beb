import { readFile } from "node:fs/promises";
import { signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

test("a patient downloads everything, and sees the download in the access log", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest and drink", [], ["Amoxicillin"]);
  const theirs = await openAs(patient.account);
  await theirs.goto("/patient/records");
  await theirs.getByRole("link", { name: "Download everything" }).click();
  await expect(theirs).toHaveURL("/patient/records/download");
  await expectNoAxeViolations(theirs);
  const [file] = await Promise.all([
    theirs.waitForEvent("download"),
    theirs.getByRole("link", { name: `Download the record of ${patient.name}` }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("caresync-record.json");
  const record = JSON.parse(await readFile(await file.path(), "utf8")) as Record<string, unknown>;
  expect(record).toMatchObject({
    complete: true,
    patient: { id: patient.patientId, name: patient.name },
    visits: [{ appointmentId: id, parts: { prescriptions: [{ drug: "Amoxicillin" }] } }],
  });
  await theirs.goto("/patient/records/access");
  // One's own looks of a day are one line.
  const line = theirs
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: "downloaded the whole record" })
    .first();
  await line.locator("summary").first().click();
  await expect(line.getByText("downloaded the whole record").first()).toBeVisible();
});
