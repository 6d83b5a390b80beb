import * as present from "@/lib/domain/analytics/statements/now";
import * as behind from "@/lib/domain/analytics/statements/behind";
import * as marks from "@/lib/domain/analytics/statements/marks";
import * as offered from "@/lib/domain/analytics/statements/offered";
import * as overTime from "@/lib/domain/analytics/statements/over-time";
import * as recount from "@/lib/domain/analytics/statements/recount";
import { gainsOfDoctor, operationsBehind, placesOfOffers } from "@/lib/domain/analytics/statements/operations-behind";
import * as report from "@/lib/domain/analytics/statements/report";
import { COUNTED_OPERATIONS } from "@/lib/domain/analytics/status";
import { noVisits } from "@/lib/domain/analytics/rules/days";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

const NO_ID = "00000000-0000-0000-0000-000000000000";

export function analyticsSamples(world: World): Sample[] {
  return [...shownSamples(world), ...daySamples(world)];
}

function daySamples({ hospitalId, doctor: { id: doctorId }, edges }: World): Sample[] {
  const day = edges[0]!.toISOString().slice(0, 10);
  const days = [{ doctorId, hospitalId, day, from: edges[0]!, to: edges.at(-1)! }];
  const range = { before: "2020-01-01", from: "2021-01-01", to: "2100-01-01" };
  const part = { doctorId, hospitalId, day, part: "ALL", key: 0, ...noVisits() };
  const starts = ["2021-01-01", "2030-01-01"];
  const place = { from: edges[0]!, to: edges.at(-1)!, clock: [{ at: 0, offset: 7_200_000 }] };
  const every = {
    places: [
      { ...place, hospitalId },
      { ...place, hospitalId: null },
    ],
  };
  const lead = { fromDays: 1, toDays: 3 };
  const narrow = { statuses: ["CONFIRMED"] as const, byDoctor: doctorId, hour: 9, lead, isReminded: false };
  const after = { startsAt: edges.at(-1)!.toISOString(), id: NO_ID };
  const hours = { doctorId, hospitalId, day, minutes: 480 };
  return [
    sample(marks.leadRecount, 4_127_007),
    sample(marks.markDaysOfDoctor, doctorId),
    sample(marks.markDaysOfBeds, hospitalId),
    sample(marks.markDaysOfCalls, hospitalId),
    sample(marks.noteSentReminders, doctorId),
    sample(marks.takeMarks, 10),
    sample(marks.zonesOf, [doctorId], [hospitalId]),
    sample(offered.hoursToNote, NO_ID, null, 10),
    sample(offered.hoursToNote, NO_ID, edges[0]!, 10),
    sample(offered.putOffered, JSON.stringify([hours])),
    sample(recount.visitsOfDays, days),
    sample(recount.offersOfDays, days),
    sample(recount.takeOutVisits, days),
    sample(recount.putInVisits, JSON.stringify([part])),
    sample(recount.takeOutStays, days),
    sample(recount.putInStays, days),
    sample(recount.takeOutCalls, days),
    sample(recount.putInCalls, days),
    sample(report.visitSums, { hospitalId }, range, starts),
    sample(report.visitSums, { doctorId }, range, starts),
    sample(report.visitSums, {}, range, starts),
    sample(report.doctorSums, hospitalId, range, 10),
    sample(report.placeSums, doctorId, range, 10),
    sample(report.placeSums, null, range, 10),
    sample(report.staySums, hospitalId, range),
    sample(report.staySums, null, range),
    sample(report.callSums, hospitalId, range, starts),
    sample(report.callSums, null, range, starts),
    sample(placesOfOffers, doctorId, place.from, place.to),
    sample(gainsOfDoctor, doctorId, every.places, after, 10),
    ...COUNTED_OPERATIONS.map((what) => sample(operationsBehind, what, { ...place, hospitalId }, after, 10)),
    sample(behind.placesOfDoctor, doctorId, place.from, place.to),
    sample(behind.visitsBehind, { hospitalId }, every, null, 10),
    sample(behind.visitsBehind, { doctorId }, { ...every, ...narrow }, after, 10),
    sample(report.bedCount, hospitalId),
    sample(report.bedCount, null),
  ];
}

function shownSamples({ hospitalId, wardId, edges }: World): Sample[] {
  const everywhere = { hospitalId, wardId: null };
  const inWard = { hospitalId, wardId };
  return [
    sample(present.momentAtHospital, hospitalId),
    sample(present.freeCapacity, [hospitalId]),
    sample(present.wardCounts, hospitalId),
    sample(present.visitsOfDay, hospitalId, { from: edges[0]!, to: edges[1]! }),
    sample(present.otherCounts, hospitalId),
    sample(present.medianStay, hospitalId),
    sample(overTime.stayTimes, everywhere, edges),
    sample(overTime.stayTimes, inWard, edges),
    sample(overTime.waitTimes, hospitalId, edges),
    sample(overTime.dispatchTimes, hospitalId, edges),
    sample(overTime.arrivalTimes, hospitalId, edges),
    sample(overTime.stayMovements, everywhere, edges),
    sample(overTime.stayMovements, inWard, edges),
    sample(overTime.bedMovements, everywhere, edges),
    sample(overTime.bedMovements, inWard, edges),
    sample(overTime.visitOutcomes, hospitalId, edges, edges[1]!),
  ];
}
