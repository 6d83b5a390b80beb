import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { STATUS_LABELS } from "@/lib/domain/beds/format";
import { StayStatus } from "./stay-status";
import type { StayCard } from "./stay-view";
import { StaysTitle } from "./stays-title";

const AT = "2026-11-03T09:00:00Z";
const base: StayCard = {
  id: "s",
  hospitalId: "h",
  patientId: "p",
  wardKind: "GENERAL",
  bedId: null,
  status: "REQUESTED",
  from: AT,
  to: null,
  reservedUntil: null,
  reason: null,
  statusReason: null,
  reservedAt: null,
  admittedAt: null,
  dischargedAt: null,
  endedAt: null,
  version: 1,
  createdAt: AT,
  patient: { name: "Asha Abelard", phone: null, age: 41 },
  hospital: { name: "Lindenhof", slug: "lindenhof", timeZone: "UTC", address: null, city: null, phone: null },
  bed: null,
};
const kept: StayCard = {
  ...base,
  status: "RESERVED",
  reservedAt: AT,
  reservedUntil: "2026-11-03T13:00:00Z",
  bed: { label: "11", ward: "North", kind: "GENERAL" },
};

describe("a stay's status line", () => {
  it.each<[StayCard, string]>([
    [base, "Lindenhof has your request."],
    [kept, "11, North is reserved for you until"],
    [{ ...kept, status: "ADMITTED", admittedAt: AT }, "In 11, North since"],
    [{ ...base, status: "DECLINED", statusReason: "We are full." }, "It says: “We are full.”"],
    [{ ...base, status: "EXPIRED" }, "The hospital didn't answer in time."],
    [{ ...kept, status: "EXPIRED" }, "The reservation has expired."],
  ])("describes the current state", (stay, text) => {
    render(<StayStatus stay={stay} asOf={AT} />);
    expect(screen.getByRole("status")).toHaveTextContent(text);
  });

  it.each(["CANCELLED", "DISCHARGED"] as const)("does not repeat the badge beside it: %s", (status) => {
    render(<StayStatus stay={{ ...base, status, endedAt: AT, dischargedAt: AT }} asOf={AT} />);
    expect(screen.getByRole("status")).not.toHaveTextContent(STATUS_LABELS[status]);
  });

  it("marks the current step, and hides the steps once the request came to nothing", () => {
    const { rerender } = render(<StayStatus stay={kept} asOf={AT} />);
    expect(screen.getByRole("list", { name: "Progress" }).querySelector("[aria-current=step]")).toHaveTextContent(
      "Bed reserved",
    );
    rerender(<StayStatus stay={{ ...base, status: "CANCELLED", endedAt: AT }} asOf={AT} />);
    expect(screen.queryByRole("list")).toBeNull();
  });
});

describe("the stays page's title", () => {
  it("puts an admission before a reservation, and a reservation before a request", () => {
    const { container, rerender } = render(<StaysTitle stays={[base, kept, { ...kept, status: "ADMITTED" }]} />);
    expect(container).toHaveTextContent("In hospital since");
    rerender(<StaysTitle stays={[base, kept]} />);
    expect(container).toHaveTextContent("A bed is reserved until");
    rerender(<StaysTitle stays={[base, { ...base, id: "t" }]} />);
    expect(container).toHaveTextContent("Your 2 bed requests");
    rerender(<StaysTitle stays={[]} />);
    expect(container).toHaveTextContent("No upcoming hospital stays");
  });
});
