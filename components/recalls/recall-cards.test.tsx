import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { RecallCards } from "./recall-cards";

vi.mock("@/lib/domain/recalls/actions", () => ({ dismissRecallAction: vi.fn(), removeRecallAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const RECALL = {
  id: "r",
  patientId: "p",
  month: "2027-05",
  reason: "Check-up",
  due: "DUE",
  patient: { name: "Asha Abelard", phone: null },
  doctor: { name: "Dr Ada Moss", slug: "ada-moss", isBookable: true },
} as const;

it("says with which doctor and around when, and leads to the doctor's times", () => {
  render(<RecallCards recalls={[RECALL]} patientIds={["p"]} withPatient today="2027-04-10" />);
  const part = screen.getByRole("region", { name: "Appointments to book" });
  expect(part).toHaveTextContent("Time to book with Dr Ada Moss");
  expect(part).toHaveTextContent("Around May 2027 · for Asha Abelard");
  expect(part).toHaveTextContent("Check-up");
  expect(screen.getByRole("link", { name: "Book with Dr Ada Moss" })).toHaveAttribute(
    "href",
    "/doctors/ada-moss?from=2027-05-01",
  );
  expect(screen.getByRole("button", { name: "Dismiss: Dr Ada Moss, May 2027" })).toBeVisible();
});

it("leads to the doctor's next times once the month has begun", () => {
  render(<RecallCards recalls={[RECALL]} patientIds={["p"]} withPatient today="2027-05-01" />);
  expect(screen.getByRole("link", { name: "Book with Dr Ada Moss" })).toHaveAttribute("href", "/doctors/ada-moss");
});

it("leads to other doctors where this one takes no bookings", () => {
  const doctor = { ...RECALL.doctor, isBookable: false };
  render(<RecallCards recalls={[{ ...RECALL, doctor }]} patientIds={["p"]} withPatient today="2027-05-01" />);
  expect(screen.getByText("Dr Ada Moss isn’t taking appointments at the moment.")).toBeVisible();
  expect(screen.queryByRole("link", { name: /Book/ })).toBeNull();
  expect(screen.getByRole("link", { name: "Find another doctor" })).toHaveAttribute("href", "/doctors");
  expect(screen.getByRole("button", { name: /^Dismiss/ })).toBeVisible();
});

it("only shows what the reader may not book", () => {
  render(
    <RecallCards recalls={[{ ...RECALL, due: "LATER" }]} patientIds={[]} withPatient={false} today="2027-04-10" />,
  );
  expect(screen.getByText("Next appointment with Dr Ada Moss")).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

it("is nothing where there is none", () => {
  const { container } = render(<RecallCards recalls={[]} patientIds={[]} withPatient={false} today="2027-04-10" />);
  expect(container).toBeEmptyDOMElement();
});
