import { pdf } from "../support/files";
import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("a patient writes about a visit, the doctor sees it at once and answers with a file, and each sees what was read", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const { id } = await bookedVisit(doctor, patient);
  const atDoctor = await openAs(doctor.account);
  await openLive(atDoctor, "/doctor/messages");
  await expect(atDoctor.getByRole("heading", { name: "No messages yet", level: 1 })).toBeVisible();

  const atPatient = await openAs(patient.account);
  await openLive(atPatient, `/patient/visits/${id}`);
  await atPatient.getByRole("link", { name: "Write a message" }).click();
  await expect(atPatient.getByText("Not for emergencies.")).toBeVisible();
  await expect(atPatient.getByText(/^The practice reads messages on /)).toBeVisible();
  await atPatient.getByRole("button", { name: "Use a template" }).click();
  await atPatient.getByRole("menuitem", { name: "I’m running about 15 minutes late." }).click();
  await expect(atPatient.getByLabel("Your message")).toHaveValue("I’m running about 15 minutes late.");
  await expectNoAxeViolations(atPatient);
  await atPatient.getByRole("button", { name: "Send" }).click();
  await expect(atPatient.getByLabel("Your message")).toHaveValue("");
  const sent = atPatient.getByRole("list", { name: "Messages", exact: true });
  await expect(sent).toContainText("I’m running about 15 minutes late.");

  await expect(atDoctor.getByRole("heading", { name: "1 appointment with new messages" })).toBeVisible();
  await atDoctor
    .getByRole("main")
    .getByRole("link", { name: new RegExp(patient.name) })
    .click();
  const read = atDoctor.getByRole("list", { name: "Messages", exact: true });
  await expect(read).toContainText("I’m running about 15 minutes late.");
  await expect(sent).toContainText("Read by the doctor");

  await atDoctor.getByLabel("Your message").fill("No problem. Please read this.");
  const file = { name: "Map.pdf", mimeType: "application/pdf", buffer: pdf("The way") };
  await atDoctor.getByLabel("The file").setInputFiles(file);
  await expectNoAxeViolations(atDoctor);
  await atDoctor.getByRole("button", { name: "Send" }).click();
  await expect(sent).toContainText("No problem. Please read this.");
  await expect(read).toContainText("Read by the patient");
  const download = atPatient.waitForEvent("download");
  await sent.getByRole("link", { name: /Map\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe("Map.pdf");
});
