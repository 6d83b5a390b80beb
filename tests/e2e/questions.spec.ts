import { pdf } from "../support/files";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { someSlots } from "./support/slots";

test("a doctor asks before a visit, the patient answers bit by bit, and the open visit shows it at once", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const atDoctor = await openAs(doctor.account);
  await atDoctor.goto("/doctor/settings");
  const offered = atDoctor.locator("form", { has: atDoctor.getByRole("button", { name: "Save services" }) });
  await offered.getByRole("checkbox").first().check();
  await offered.getByRole("button", { name: "Save services" }).click();
  await expect(atDoctor.getByText("Saved. Your available times have been updated.")).toBeVisible();

  await atDoctor.goto("/doctor/questionnaires");
  await atDoctor.getByRole("button", { name: /^Write questions: / }).click();
  await atDoctor.getByRole("button", { name: "Add a question" }).click();
  const first = atDoctor.getByRole("region", { name: "Question 1", exact: true });
  await first.getByLabel("Question", { exact: true }).fill("Do you smoke?");
  await first.getByLabel("Answered with").selectOption({ label: "Options" });
  await first.getByRole("checkbox", { name: "Must be answered" }).check();
  await atDoctor.getByRole("button", { name: "Add a question" }).click();
  const second = atDoctor.getByRole("region", { name: "Question 2", exact: true });
  await second.getByLabel("Question", { exact: true }).fill("How many cigarettes a day?");
  await second.getByLabel("Answered with").selectOption({ label: "A number" });
  await second.getByLabel("Ask", { exact: true }).selectOption({ label: "Depending on: Do you smoke?" });
  await atDoctor.getByRole("button", { name: "Add a question" }).click();
  const third = atDoctor.getByRole("region", { name: "Question 3", exact: true });
  await third.getByLabel("Question", { exact: true }).fill("Do you have a letter?");
  await third.getByLabel("Answered with").selectOption({ label: "Files" });
  await expectNoAxeViolations(atDoctor);
  await atDoctor.getByRole("button", { name: "Publish" }).click();
  await atDoctor.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(atDoctor.getByText("Version 1 is asked.")).toBeVisible();

  const [slot] = await someSlots(doctor.id, 1, { hours: 48 });
  const { items } = await doctor.api.get<{ items: { service: { id: string } }[] }>(
    `/api/doctors/${doctor.id}/questionnaires`,
  );
  const visit = await patient.api.post<{ id: string }>("/api/appointments", {
    doctorId: doctor.id,
    serviceId: items[0]?.service.id,
    start: slot?.start,
  });
  await openLive(atDoctor, `/doctor/visits/${visit.id}`);
  const answers = atDoctor.getByRole("region", { name: "Answers before the visit" });
  await expect(answers).toContainText("Not answered yet.");

  const atPatient = await openAs(patient.account);
  await atPatient.goto("/patient/notifications");
  const request = atPatient.getByRole("main").getByRole("link", { name: /^Please answer the questions/ });
  await expect(request).toHaveAttribute("href", `/patient/visits/${visit.id}/questions`);
  await atPatient.goto(`/patient/visits/${visit.id}`);
  await expect(atPatient.getByText("Answer 2 questions before your visit")).toBeVisible();
  await atPatient.getByRole("link", { name: "Answer now" }).click();
  await expectNoAxeViolations(atPatient);
  await atPatient.getByRole("radio", { name: "Yes" }).check();
  await expect(atPatient.getByText("1 of 3 answered")).toBeVisible();
  await expect(atPatient.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await atPatient.reload();
  await expect(atPatient.getByRole("radio", { name: "Yes" })).toBeChecked();
  const amount = atPatient.getByLabel(/How many cigarettes a day/);
  // While the page is streamed it is there twice.
  await expect(amount).toHaveCount(1);
  await amount.fill("137");
  for (const name of ["Wrong.pdf", "Letter.pdf"]) {
    await atPatient.getByLabel("The files").setInputFiles({ name, mimeType: "application/pdf", buffer: pdf(name) });
    await expect(atPatient.getByRole("link", { name: new RegExp(name) })).toBeVisible();
  }
  await atPatient.getByRole("button", { name: "Remove Wrong.pdf" }).click();
  await expect(atPatient.getByRole("link", { name: /Wrong\.pdf/ })).toHaveCount(0);
  await expect(atPatient.getByText("3 of 3 answered")).toBeVisible();
  await expectNoAxeViolations(atPatient);
  await atPatient.getByRole("button", { name: "Send answers" }).click();
  await expect(atPatient.getByRole("button", { name: "Sent" })).toBeVisible();
  await expect(answers).toContainText("137");
  await atPatient.goto("/patient/notifications");
  await expect(atPatient.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(request).toHaveCount(0);
  const download = atDoctor.waitForEvent("download");
  await answers.getByRole("link", { name: /Letter\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe("Letter.pdf");
  await expectNoAxeViolations(atDoctor);
});
