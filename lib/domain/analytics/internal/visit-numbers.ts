import type { RowOf } from "@/lib/platform/db/statement";
import { appointmentsIn } from "../format";
import { noVisits, plus } from "../rules/days";
import type { Stretch } from "../rules-range";
import type { Report } from "../schema-report";
import type { doctorSums, visitSums } from "../statements/report";
import { LEAD_BANDS, VISIT_COUNTS, type VisitCounts } from "../status";

type Row = RowOf<typeof visitSums>;

/** Puts the sums of days together: of both stretches, over time, and by hour, lead time and reminder. */
export function visitNumbers(rows: readonly Row[], stretches: readonly Stretch[]): Report["visits"] {
  const of = (part: Row["part"], key: number, n = 1) => {
    const row = rows.find((one) => one.part === part && one.key === key && one.n === n);
    return row ? countsOf(row) : noVisits();
  };
  const points = stretches.map((stretch, index) => ({ ...stretch, ...of("ALL", 0, index + 1) }));
  const hours = rows.filter(({ part }) => part === "HOUR").map(({ key }) => key);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  return {
    total: points.reduce((sum, point) => plus(sum, point), noVisits()),
    before: of("ALL", 0, 0),
    points,
    hours: Array.from({ length: hours.length === 0 ? 0 : last - first + 1 }, (_, n) => {
      return { hour: first + n, ...of("HOUR", first + n) };
    }),
    leads: LEAD_BANDS.map((fromDays, key) => ({ fromDays, ...of("LEAD", key) })),
    reminders: [true, false].map((isReminded) => ({ isReminded, ...of("REMINDED", Number(isReminded)) })),
  };
}

/** Adds up a hospital's doctors by their department. */
export function departmentsOf(doctors: readonly RowOf<typeof doctorSums>[]): Report["departments"] {
  const departments = new Map<string | null, VisitCounts>();
  for (const doctor of doctors)
    departments.set(doctor.department, plus(countsOf(doctor), departments.get(doctor.department) ?? noVisits()));
  return [...departments]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => appointmentsIn(b) - appointmentsIn(a));
}

function countsOf(row: VisitCounts): VisitCounts {
  return Object.fromEntries(VISIT_COUNTS.map((name) => [name, row[name]])) as VisitCounts;
}
