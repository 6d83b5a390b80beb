import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { textOfPdf } from "../support/pdf-text";
import { signedNote } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";

/** A4 at 96 pixels an inch. */
const PAPER = { width: 794, height: 1123 };
const CODE = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/;
const squeezed = (text: string) => text.replace(/\s/g, "");

/** What a page looks like on paper: how wide, how dark its words are, and how many sheets it takes. */
async function onPaper(page: Page, sheet: string) {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const article = page.getByRole("article", { name: sheet });
  await expect(article).toBeVisible();
  for (const role of ["navigation", "button", "banner"] as const) await expect(page.getByRole(role)).toHaveCount(0);
  const { width, ink } = await article.evaluate((element) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
    canvas.fillStyle = getComputedStyle(element).color;
    canvas.fillRect(0, 0, 1, 1);
    return {
      width: document.documentElement.scrollWidth,
      ink: Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)),
    };
  });
  const printed = (await page.pdf({ format: "A4" })).toString("latin1");
  return { width, isDark: ink < 96, sheets: printed.match(/\/Type\s*\/Page\b(?!s)/g)?.length };
}
const ONE_SHEET = { width: PAPER.width, isDark: true, sheets: 1 };

test("a prescription is one sheet of dark words on paper, and its PDF says the same", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest", [], ["Amoxicillin", "Paracetamol"]);
  const page = await openAs(patient.account);
  await page.goto(`/patient/records/prescriptions/${id}`);
  const text = (await page.getByRole("article", { name: "Prescription" }).textContent()) ?? "";
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download PDF" }).click(),
  ]);
  const [first = "", ...more] = textOfPdf(await readFile(await file.path()));
  expect(more).toEqual([]);
  for (const words of [patient.name, doctor.name, "Amoxicillin", "Paracetamol", CODE.exec(text)?.[0] ?? "no code"]) {
    expect(squeezed(text)).toContain(squeezed(words));
    expect(squeezed(first)).toContain(squeezed(words));
  }
  expect(await onPaper(page, "Prescription")).toEqual(ONE_SHEET);
});

test("what the doctor said is one sheet of dark words on paper", async ({ openAs }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const id = await signedNote(doctor, patient, "Rest and drink");
  const page = await openAs(patient.account);
  await page.goto(`/patient/records/summaries/${id}`);
  expect(await onPaper(page, "Visit summary")).toEqual(ONE_SHEET);
});
