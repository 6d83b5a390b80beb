import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { monthsOf } from "@/lib/domain/timeline/rules";
import type { TimelineEntry } from "@/lib/domain/timeline/schema";
import { TIMELINE_TYPES } from "@/lib/domain/timeline/status";
import { TimelineList } from "./timeline-list";

const NONE = { datedOn: null, until: null, title: null, status: null, count: null, timeZone: null };
const WHO = { patientId: "p1", patientName: "Asha", doctorName: "Dr Sonnwald", placeName: "Lindenhof" };
const entry = (over: Partial<TimelineEntry> & Pick<TimelineEntry, "type">): TimelineEntry => ({
  id: over.type,
  at: "2026-11-02T09:00:00Z",
  appointmentId: "a1",
  ...NONE,
  ...WHO,
  ...over,
});
const show = (entries: TimelineEntry[], withPatient = false) =>
  render(<TimelineList months={monthsOf(entries, "UTC")} withPatient={withPatient} />);

it("puts entries under their months", () => {
  show([entry({ type: "VISIT", title: "Check-up" }), entry({ type: "STAY", at: "2026-03-01T10:00:00Z" })]);
  expect(screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent)).toEqual([
    "November 2026",
    "March 2026",
  ]);
  const november = screen.getByRole("region", { name: "November 2026" });
  expect(within(november).getByRole("link")).toHaveTextContent(/Visit to Dr Sonnwald.*Check-up · Lindenhof/);
});

it("links each entry to its page", () => {
  show(TIMELINE_TYPES.map((type) => entry({ type })));
  const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(hrefs).toHaveLength(TIMELINE_TYPES.length);
  expect(new Set(hrefs)).toEqual(
    new Set([
      "/patient/visits/VISIT",
      "/patient/records/measurements",
      "/patient/records/prescriptions/a1",
      "/patient/records/background",
      "/patient/records/documents",
      "/patient/stays/STAY",
      "/patient/stays/ambulances/AMBULANCE",
      "/patient/records/sharing",
    ]),
  );
});

it("names the person, and leads to theirs, where there are several", () => {
  show([entry({ type: "ALLERGY", title: "Penicillin" })], true);
  const link = screen.getByRole("link", { name: /Allergy recorded: Penicillin/ });
  expect(link).toHaveTextContent("for Asha");
  expect(link).toHaveAttribute("href", "/patient/records/background?for=p1");
});

it("says how long a stay was, the date of a document, and a status that matters", () => {
  show([
    entry({ type: "DOCUMENT", title: "Letter", datedOn: "2026-11-02" }),
    entry({ type: "STAY", at: "2026-11-01T09:00:00Z", until: "2026-11-02T08:00:00Z" }),
    entry({ type: "VISIT", at: "2026-11-01T08:00:00Z", status: "NO_SHOW" }),
  ]);
  const [letter, stay, visit] = screen.getAllByRole("link");
  expect(letter).toHaveTextContent("Nov 2, 2026");
  expect(stay).toHaveTextContent("Nov 1, 2026 to Nov 2, 2026");
  expect(visit).toHaveTextContent("Missed");
});
