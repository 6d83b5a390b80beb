import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { awayInput } from "@/lib/domain/disruptions/schema";
import { inDays } from "@/tests/support/factories";
import { listOf, MISSING, on, theHospital, type Maker, type Permissions, type Thing } from "./asking";
import { BOOKERS, DESK, FAMILY, next, type Cast } from "./cast";
import * as a from "./things";
import * as h from "./things-hospital";

/** The doctor is away from the hospital on a day on which no one else wants anything. */
function away({ doctor, hospitalId }: Cast) {
  const date = inDays(400 + next(), "00:00")
    .toISOString()
    .slice(0, 10);
  return { doctorId: doctor.doctorId, hospitalId, from: date, to: date };
}
export const disruption = async (cast: Cast) => (await announceAway(cast.doctor.actor, awayInput.parse(away(cast)))).id;

/** The doctor runs late there today. */
const late = ({ doctor, hospitalId }: Cast) => ({ doctorId: doctor.doctorId, hospitalId, minutes: 40 });

/** A department on a day on which no one else wants anything. */
const closure =
  (path: Thing): Maker =>
  async (cast) => {
    const { from, to } = away(cast);
    return { params: { id: await path(cast) }, body: { departmentId: await h.department(cast), from, to } };
  };

/** A holiday on which no one has an appointment yet; closing it again is fine. */
const holiday = (cast: Cast) => ({
  params: { id: cast.hospitalId },
  body: { calendar: "DE", dates: [`${new Date().getUTCFullYear() + 2 + (next() % 4)}-12-25`] },
});

const PRACTICE = [...DESK, "doctor"] as const;
const moves = { moves: [{ appointmentId: MISSING, version: 1, start: "2030-05-10T09:00:00Z" }] };

export const disruptions: Permissions = {
  "GET /api/disruptions": { ask: listOf(disruption), may: PRACTICE, findNothing: "the others" },
  "POST /api/disruptions": { ask: (cast) => ({ body: away(cast) }), may: PRACTICE },
  "POST /api/disruption-previews": { ask: (cast) => ({ body: away(cast) }), may: PRACTICE },
  "GET /api/disruptions/{id}": { ask: on(disruption), may: PRACTICE },
  "GET /api/disruptions/{id}/visits": { ask: on(disruption), may: PRACTICE },
  "GET /api/disruptions/{id}/moves": { ask: on(disruption), may: PRACTICE },
  "POST /api/disruptions/{id}/moves": { ask: on(disruption, { body: moves }), may: PRACTICE },
  "POST /api/disruptions/{id}/announce": { ask: on(disruption), may: PRACTICE },
  "POST /api/disruptions/{id}/undo": { ask: on(disruption), may: PRACTICE },
  "POST /api/disruptions/{id}/end": { ask: on(disruption), may: PRACTICE },
  "POST /api/hospitals/{id}/closure-previews": { ask: closure(theHospital), may: DESK },
  "POST /api/hospitals/{id}/closures": { ask: closure(theHospital), may: DESK },
  "GET /api/hospitals/{id}/holidays": { ask: on(theHospital), may: DESK },
  "POST /api/hospitals/{id}/holiday-previews": { ask: holiday, may: ["manager"] },
  "POST /api/hospitals/{id}/holidays": { ask: holiday, may: ["manager"] },
  "POST /api/delays": { ask: (cast) => ({ body: late(cast) }), may: PRACTICE },
  "POST /api/delay-previews": { ask: (cast) => ({ body: late(cast) }), may: PRACTICE },
  "GET /api/appointments/{id}/delay": { ask: on(a.visit), may: [...FAMILY, ...PRACTICE] },
  "GET /api/appointments/{id}/offers": {
    ask: on((cast) => a.visit(cast, { needsRebooking: true })),
    may: [...BOOKERS, ...PRACTICE],
    mayNot: ["acts, reads"],
  },
};
