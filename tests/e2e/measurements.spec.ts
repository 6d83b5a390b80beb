import { bookedVisit, signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

test("a patient and a doctor who treats them see measurements over time, and the look is logged", async ({
  openAs,
}) => {
  const [author, doctor, patient] = [await newDoctor(), await newDoctor(), await newPatient()];
  const pressure = (upper: number, lower: number) => [
    { kind: "SYSTOLIC", value: upper, unit: "mmHg" },
    { kind: "DIASTOLIC", value: lower, unit: "mmHg" },
  ];
  await signedNote(author, patient, "Less salt", [...pressure(148, 92), { kind: "WEIGHT", value: 84.5, unit: "kg" }]);
  await signedNote(author, patient, "Go on", pressure(132, 84));
  await bookedVisit(doctor, patient, { from: 3 });

  const theirs = await openAs(patient.account);
  await theirs.goto("/patient/records");
  await theirs
    .getByRole("navigation", { name: "Parts of the records" })
    .getByRole("link", { name: "Measurements" })
    .click();
  await expect(theirs).toHaveURL("/patient/records/measurements");
  await expect(theirs.getByText("132/84 mmHg")).toBeVisible();
  await expect(theirs.getByText("84.5 kg")).toBeVisible();
  const plot = theirs.getByRole("figure", { name: "Blood pressure" });
  await expect(plot).toContainText("Upper from 132 mmHg to 148 mmHg, lower from 84 mmHg to 92 mmHg, in 2 visits.");
  await plot.getByText("Show as a table").click();
  await expect(plot.getByRole("row")).toHaveCount(3);
  await expectNoAxeViolations(theirs);

  const page = await openAs(doctor.account);
  await page.goto(`/doctor/patients/${patient.patientId}`);
  await expect(page.getByRole("region", { name: "Measurements" }).getByText("132/84 mmHg")).toBeVisible();
  await expectNoAxeViolations(page);
  await theirs.goto("/patient/records/access");
  const look = theirs.getByRole("listitem").filter({ hasText: doctor.name });
  await expect(look.first()).toBeVisible();
});
