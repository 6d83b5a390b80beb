import type { CountedOperation, Outcome } from "@/lib/domain/analytics/status";
import { routes } from "@/lib/site/routes";

/** Whose numbers they are, as the API asks for them: of everyone without both. */
export type ReportOwner = { hospitalId?: string | undefined; doctorId?: string | undefined };
export type ReportPortal = "hospital" | "doctor" | "admin";

/** The page of each portal's report. */
export function reportPage(portal: ReportPortal) {
  if (portal === "hospital") return routes.hospital.report;
  return portal === "doctor" ? routes.doctor.numbers : routes.admin.numbers;
}

type Narrowing = { doctor?: string; hour?: number; lead?: number; reminded?: boolean };

/**
 * Where the appointments behind a report's numbers are; nowhere for administrators, who see counts alone.
 */
export function countedPage(
  portal: ReportPortal,
  { from, to }: { from: string; to: string },
  narrowing: Narrowing = {},
) {
  if (portal === "admin") return undefined;
  const { doctor, hour, lead, reminded } = narrowing;
  const address = { from, to, doctor, hour: textOf(hour), lead: textOf(lead), reminded: textOf(reminded) };
  return (outcome: Outcome | undefined) => routes[portal].counted({ ...address, outcome });
}

/** Where a hospital's stays, calls and filled times behind its numbers are, and a doctor's filled times; nowhere for administrators. */
export function operationsPage(portal: ReportPortal, { from, to }: { from: string; to: string }) {
  return (what: CountedOperation) => {
    if (portal === "hospital") return routes.hospital.countedOperations({ what, from, to });
    return portal === "doctor" && what === "gains" ? routes.doctor.gains({ from, to }) : undefined;
  };
}

const textOf = (value: number | boolean | undefined) => (value === undefined ? undefined : String(value));
