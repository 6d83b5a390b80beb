import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { PrescriptionOutput } from "@/lib/domain/prescriptions/schema";
import { AMOXICILLIN } from "@/tests/support/medicines";
import { PrescriptionSheet } from "./prescription-sheet";

const MEDICINE = { ...AMOXICILLIN, allergyReason: "Tolerated in 2024" };
const PRESCRIPTION: PrescriptionOutput = {
  appointmentId: "0199d000-0000-7000-8000-000000000001",
  patient: { id: "0199d000-0000-7000-8000-000000000002", name: "محمد <b>Ali</b>", bornOn: "1980-02-29" },
  doctor: { name: "Dr. Mira Sonnwald", registrationNumber: "DE-4711" },
  place: {
    name: "Practice Sonnwald",
    address: "Lindenweg 1",
    city: "Berlin",
    country: "DE",
    phone: "+49 30 5550100",
    timeZone: "Europe/Berlin",
  },
  signedAt: "2026-11-28T09:00:00Z",
  medicines: [MEDICINE],
  code: "7K3M-0Q1Z-AB45-CDEF",
  verifyAt: "https://care.example.org/prescriptions#7K3M0Q1ZAB45CDEF",
  withdrawn: null,
};

it("says everything a pharmacy needs", () => {
  render(<PrescriptionSheet prescription={PRESCRIPTION} />);
  const sheet = screen.getByRole("article", { name: "Prescription" });
  for (const text of [
    "محمد <b>Ali</b>",
    "1980",
    "Dr. Mira Sonnwald",
    "DE-4711",
    "Practice Sonnwald",
    "Germany",
    "2026",
    "Amoxicillin",
    "500 mg, capsule",
    "1 capsule",
    "By mouth",
    "Three times a day",
    "7 days",
    "With food. Finish all of them.",
    "Tolerated in 2024",
    "7K3M-0Q1Z-AB45-CDEF",
    "care.example.org/prescriptions",
  ])
    expect(sheet).toHaveTextContent(text);
  expect(sheet).not.toHaveTextContent("#7K3M0Q1ZAB45CDEF");
  expect(screen.getByText("محمد <b>Ali</b>").tagName).toBe("BDI");
  expect(screen.getByRole("img", { name: /checks this prescription/ })).toBeVisible();
});

it("says what isn't recorded, instead of leaving a gap", () => {
  const { patient, doctor } = PRESCRIPTION;
  const nameless = { name: null, address: null, city: null, country: null, phone: null, timeZone: "UTC" };
  const [medicine] = [
    { ...MEDICINE, strength: "", form: "", dose: "", days: null, instructions: "", allergyReason: "" },
  ];
  render(
    <PrescriptionSheet
      prescription={{
        ...PRESCRIPTION,
        patient: { ...patient, bornOn: null },
        doctor: { ...doctor, registrationNumber: null },
        place: nameless,
        medicines: [medicine],
      }}
    />,
  );
  expect(screen.getByText("Not recorded")).toBeVisible();
  expect(screen.getByText(/^Registration number: not recorded/)).toBeVisible();
  const list = within(screen.getByRole("list", { name: "Medicines" }));
  expect(list.getByText("Until further notice")).toBeVisible();
  expect(list.queryByText("Dose")).toBeNull();
});

it("shows a withdrawn one as such, without a code", () => {
  const withdrawn = { at: "2026-11-29T09:00:00Z", reason: "The dose was wrong" };
  const { verifyAt } = PRESCRIPTION;
  render(
    <PrescriptionSheet
      prescription={{ ...PRESCRIPTION, code: null, verifyAt: verifyAt.split("#")[0] ?? "", withdrawn }}
    />,
  );
  expect(screen.getByRole("alert")).toHaveTextContent(/not valid.*The dose was wrong/);
  expect(screen.queryByRole("img")).toBeNull();
});
