import * as numbers from "@/lib/domain/data-exports/statements/numbers";
import * as people from "@/lib/domain/data-exports/statements/people";
import * as trail from "@/lib/domain/data-exports/statements/trail";
import * as visits from "@/lib/domain/data-exports/statements/visits";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function dataExportSamples({ hospitalId, userId, now }: World): Sample[] {
  const here = { hospitalId, fromAt: null, toAt: null };
  const lately = { ...here, fromAt: new Date(now.getTime() - 3_600_000), toAt: now };
  const platform = { ...lately, hospitalId: null };
  const first = { after: null, take: 10 };
  const byTime = { after: [now.toISOString(), userId], take: 10 };
  const byId = { after: [userId], take: 10 };
  return [
    ...[visits.appointmentRows, visits.stayRows, visits.callRows].flatMap((rows) => [
      sample(rows, here, first),
      sample(rows, lately, byTime),
    ]),
    ...[visits.appointmentCount, visits.stayCount, visits.callCount].map((count) => sample(count, lately)),
    ...[people.patientRows, people.staffRows].flatMap((rows) => [sample(rows, here, first), sample(rows, here, byId)]),
    ...[people.patientCount, people.staffCount].map((count) => sample(count, here)),
    sample(trail.operationRows, here, first),
    sample(trail.operationRows, lately, { after: ["1"], take: 10 }),
    sample(trail.auditRows, platform, first),
    sample(trail.entryCount, here),
    sample(trail.entryCount, platform),
    sample(numbers.numberRows, platform, first),
    sample(numbers.numberRows, { hospitalId: null, fromAt: null, toAt: null }, { after: ["2026-01-01"], take: 10 }),
    sample(numbers.dayCount, platform),
  ];
}
