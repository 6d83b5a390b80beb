import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Access } from "@/lib/domain/audit/schema";
import { routes } from "@/lib/site/routes";
import { AccessList } from "./access-list";

const visit = { appointmentId: "v", start: "2030-05-03T08:00:00Z", timeZone: "Europe/Berlin" };
const access = (over: Partial<Access> = {}): Access => ({
  id: "1",
  firstAt: "2030-05-04T08:00:00Z",
  lastAt: "2030-05-04T08:20:00Z",
  count: 1,
  who: "Dr Amara Okafor",
  isYou: false,
  what: "read the note",
  purpose: "TREATMENT",
  why: "treating you",
  patient: { id: "p", name: "Ida Abelard" },
  visit,
  entries: [{ at: "2030-05-04T08:00:00Z", until: "2030-05-04T08:20:00Z", what: "read the note", visit }],
  ...over,
});
const list = (accesses: Access[], withPatient = false) =>
  render(
    <AccessList
      accesses={accesses}
      visitWords="your visit"
      visitHref={(id) => routes.patient.visit(id)}
      withPatient={withPatient}
    />,
  );

it("says who did what, of which visit and why, in one sentence", () => {
  list([access()]);
  expect(screen.getByRole("listitem")).toHaveTextContent(
    "Dr Amara Okafor read the note of your visit on May 3, 2030 – treating you",
  );
  expect(screen.getByRole("link")).toHaveAttribute("href", "/patient/visits/v");
  expect(screen.getByRole("listitem")).toHaveTextContent(/1:45.PM–2:05.PM/);
  expect(screen.queryByText(/times/)).not.toBeInTheDocument();
});

it("opens a folded line to its single times, and says how many more there were", () => {
  list([access({ count: 23, entries: [access().entries[0]!, access().entries[0]!] })], true);
  fireEvent.click(screen.getByText("23 times"));
  expect(screen.getByRole("group")).toHaveTextContent("and 21 earlier");
  expect(screen.getByText(/Ida Abelard’s record/)).toBeInTheDocument();
});

it("gives one time to a look of less than a minute", () => {
  list([access({ firstAt: "2030-05-04T08:20:01Z", lastAt: "2030-05-04T08:20:40Z" })]);
  expect(screen.getByRole("listitem")).toHaveTextContent(/2:05.PM/);
  expect(screen.getByRole("listitem")).not.toHaveTextContent(/PM–/);
});
