import { expect, it } from "vitest";
import { listUncovered, renderPrescription } from "@/components/prescriptions/prescription-pdf";
import type { PrescriptionOutput } from "@/lib/domain/prescriptions/schema";
import { AMOXICILLIN } from "@/tests/support/medicines";
import { textOfPdf } from "@/tests/support/pdf-text";
import { fontsFor, printable } from "@/lib/platform/pdf/fonts";

const PRESCRIPTION: PrescriptionOutput = {
  appointmentId: "0199d000-0000-7000-8000-000000000001",
  patient: { id: "0199d000-0000-7000-8000-000000000002", name: "Ada <b>Winterfeld</b>", bornOn: null },
  doctor: { name: "Dr. Mira Sonnwald", registrationNumber: null },
  place: { name: null, address: null, city: null, country: null, phone: null, timeZone: "Europe/Berlin" },
  signedAt: "2026-11-28T09:00:00Z",
  medicines: [AMOXICILLIN],
  code: "7K3M-0Q1Z-AB45-CDEF",
  verifyAt: "https://care.example.org/prescriptions#7K3M0Q1ZAB45CDEF",
  withdrawn: null,
};
const named = (name: string) => ({ ...PRESCRIPTION, patient: { ...PRESCRIPTION.patient, name } });
const text = (pdf: Buffer) => pdf.toString("latin1");
const pagesOf = (pdf: Buffer) => text(pdf).match(/\/Type \/Page\b/g)?.length;
const mediaBox = (pdf: Buffer) =>
  /\/MediaBox \[([^\]]+)\]/.exec(text(pdf))?.[1]?.replace(/[\d.]+/g, (size) => Number(size).toFixed(0));

it.each(["Łukasz Čapek", "Nguyễn Thị Ánh", "Γεώργιος", "Дмитрий Қанат", "محمد عبد الله", "יעקב כהן", "नरेन्द्र", "สมชาย"])(
  "has letters for %s",
  async (name) => {
    expect(await listUncovered(named(name))).toEqual([]);
  },
);

it.each([
  ["王小明", ["王", "小", "明"]],
  ["김", ["김"]],
  ["রহিম", ["র", "হ", "ি", "ম"]],
  ["יַעֲקֹב", ["ַ", "ֲ", "ֹ"]],
  ["Ada 💊", ["💊"]],
])("has none for %s, and says so", async (name, missing) => {
  expect(await listUncovered(named(name))).toEqual(missing);
});

it("draws nothing that can't be seen, but for what joins letters", () => {
  expect(printable("a\u200eb\u200fc\u2066d\u00ade")).toBe("abcde");
  expect(printable("क्\u200dष")).toBe("क्\u200dष");
});

it("fits A4 or Letter, embeds its fonts, and goes over as many pages as it needs", async () => {
  const [a4, letter] = [await renderPrescription(PRESCRIPTION, "a4"), await renderPrescription(PRESCRIPTION, "letter")];
  expect([mediaBox(a4), mediaBox(letter)]).toEqual(["0 0 595 842", "0 0 612 792"]);
  expect([pagesOf(a4), pagesOf(letter)]).toEqual([1, 1]);
  expect(text(a4)).toMatch(/\/FontFile[23]/);
  // Text that can be searched, copied and read aloud.
  expect(text(a4)).toContain("/ToUnicode");
  const many = Array.from({ length: 30 }, () => ({
    ...AMOXICILLIN,
    drug: "x".repeat(200),
    instructions: "y ".repeat(500),
  }));
  expect(pagesOf(await renderPrescription({ ...PRESCRIPTION, medicines: many }, "a4"))).toBeGreaterThan(8);
}, 60_000);

it("says on its page who, what and how to check it", async () => {
  const [page = "", ...more] = textOfPdf(await renderPrescription(PRESCRIPTION, "a4"));
  expect(more).toEqual([]);
  for (const words of ["Ada <b>Winterfeld</b>", "Dr. Mira Sonnwald", AMOXICILLIN.drug, "7K3M-0Q1Z-AB45-CDEF"])
    expect(page.replace(/\s/g, "")).toContain(words.replace(/\s/g, ""));
});

it("says nothing of the patient in the file's own properties", async () => {
  const pdf = text(await renderPrescription(PRESCRIPTION, "a4"));
  const title = /\/Title (\d+) 0 R/.exec(pdf)?.[1] ?? "";
  expect(pdf).toMatch(new RegExp(`\\n${title} 0 obj\\n\\(Prescription\\)`));
  expect(pdf).not.toContain("Winterfeld");
});

it("needs the fonts of a text's scripts only", async () => {
  expect((await fontsFor("Ada")).families).toEqual(["noto-sans-latin"]);
  expect((await fontsFor("Ada محمد")).families).toEqual(["noto-sans-latin", "ibm-plex-sans-arabic-arabic"]);
});
