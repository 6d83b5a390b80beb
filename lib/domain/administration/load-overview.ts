import type { Actor } from "@/lib/actor/actor";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { countOpenReviews } from "@/lib/domain/emergency-access/queries";
import { unsafeListBacklogs } from "@/lib/domain/messages/queries";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { countWaiting } from "./list-queue";
import { canAdminister } from "./policy";
import type { Overview } from "./schema-overview";
import { platformNow } from "./statements/overview";
import type { NowCounted } from "./status";

/** Counts what needs a decision of an administrator; zero for everyone else. */
export async function countDecisions(actor: Actor): Promise<Overview["waiting"]> {
  const [{ doctor, hospital, change }, reviews] = await Promise.all([countWaiting(actor), countOpenReviews(actor)]);
  return { doctors: doctor, hospitals: hospital, changes: change, reviews };
}

/**
 * Returns what is going on at every place together, and what needs a decision. Today is the administrator's own calendar day.
 * Throws `not-found` for everyone but administrators.
 */
export async function loadOverview(actor: Actor, asOf = new Date()): Promise<Overview> {
  if (!canAdminister(actor)) throw notFound();
  const { timeZone } = actor;
  const date = localDateAt(asOf, timeZone);
  const day = { from: startOfLocalDate(date, timeZone), to: startOfLocalDate(shiftDate(date, 1), timeZone) };
  const [rows, backlogs, waiting] = await Promise.all([
    platformNow(sql, day),
    unsafeListBacklogs(sql),
    countDecisions(actor),
  ]);
  const of = (kind: NowCounted, isMeant = (_state: string | null) => true) =>
    sum(rows.filter((row) => row.kind === kind && isMeant(row.state)).map(({ count }) => count));
  return {
    asOf: instantText(asOf),
    date,
    timeZone,
    appointments: APPOINTMENT_STATUSES.flatMap((status) => {
      const count = of("appointment", (state) => state === status);
      return count > 0 ? [{ status, count }] : [];
    }),
    signUps: of("sign-up"),
    signedIn: of("signed-in"),
    beds: { total: of("bed"), occupied: of("bed", (state) => state === "OCCUPIED") },
    ambulances: {
      underWay: of("call", (state) => state !== "REQUESTED"),
      requested: of("call", (state) => state === "REQUESTED"),
    },
    messages: {
      failed: sum(backlogs.map(({ failed }) => failed)),
      givenUp: sum(backlogs.map(({ givenUp }) => givenUp)),
    },
    waiting,
  };
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
