import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { VisitList } from "./visit-list";

vi.mock("./visit-steps", () => ({ VisitSteps: () => null }));

const visit = (name: string): VisitCard => ({
  id: name,
  version: 1,
  status: "PENDING",
  start: "2026-03-02T09:00:00Z",
  end: "2026-03-02T09:20:00Z",
  cancellationNoticeMinutes: 0,
  doctorId: "d",
  serviceId: null,
  service: null,
  mode: "IN_PERSON",
  reason: null,
  statusReason: null,
  needsRebooking: false,
  patient: { name, phone: null, age: null },
  place: { name: "Practice", timeZone: "Europe/Berlin", hospitalId: null },
  checkedInAt: null,
  attendanceConfirmedAt: null,
});
const list = (...names: string[]) => <VisitList visits={names.map(visit)} asOf="2026-03-01T09:00:00Z" places={{}} />;
const names = () => screen.getAllByRole("link").map(({ textContent }) => textContent);

it("shows the first five visits, and any that arrived since the page was opened", () => {
  const { rerender } = render(list("a", "b", "c", "d", "e", "f", "g"));
  expect(names()).toEqual(["a", "b", "c", "d", "e"]);
  rerender(list("a", "b", "c", "d", "e", "f", "g", "new"));
  expect(names()).toEqual(["a", "b", "c", "d", "e", "new"]);
  expect(screen.getByRole("button", { name: "Show all 8" })).toBeVisible();
});
