import { pdf, photo } from "../support/files";
import { bookedVisit } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

// The sandbox of an opened image refuses the script by which the test looks at it.
test.use({ allowedErrors: /status of (404|422)|Blocked script execution/ });

test("the doctor adds files to a note, and the patient opens them once it is signed", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const visit = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(patientPage, `/patient/visits/${visit.id}`);
  await doctorPage.goto(`/doctor/visits/${visit.id}`);
  const letter = { name: secret("Letter about the knee.pdf"), mimeType: "application/pdf", buffer: pdf("The knee") };
  const picture = { name: secret("IMG of the knee.jpg"), mimeType: "image/jpeg", buffer: await photo() };
  const page = { name: "Page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") };
  const files = doctorPage.getByRole("group", { name: "Files" });

  await files.getByLabel("The files").setInputFiles([letter, picture, page]);
  await expect(files.getByRole("link")).toHaveText(
    [/Letter about the knee\.pdfPDF/, /IMG of the knee\.jpgJPEG image/],
    {
      ignoreCase: false,
    },
  );
  await expect(files.getByRole("alert")).toHaveText("Choose a PDF, or an image in JPEG, PNG or WebP format.");
  await files.getByRole("button", { name: "Remove Page.pdf" }).click();
  const href = (await files.getByRole("link").first().getAttribute("href")) ?? "";
  expect((await patientPage.request.get(href)).status()).toBe(404);

  await doctorPage.getByRole("textbox", { name: "Plan" }).fill(secret("Rest the knee for a week."));
  await doctorPage.getByRole("button", { name: "Sign and complete" }).click();
  await doctorPage.getByRole("alertdialog").getByRole("button", { name: "Sign and complete" }).click();
  await expect(doctorPage.getByText("Signed. The patient can read it now.")).toBeVisible();

  const download = patientPage.waitForEvent("download");
  await patientPage.getByRole("link", { name: /Letter about the knee/ }).click();
  expect((await download).suggestedFilename()).toBe("Letter about the knee.pdf");
  const opened = patientPage.context().waitForEvent("page");
  await patientPage.getByRole("link", { name: /IMG of the knee/ }).click();
  await expect((await opened).locator("img")).toHaveJSProperty("naturalWidth", 48);
  const answer = await patientPage.request.get(href);
  expect(answer.headers()).toMatchObject({
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect((await (await newPatient()).api.ask("GET", href)).status).toBe(404);
});
