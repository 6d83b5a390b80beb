import { inDays } from "@/tests/support/factories";
import { BOOKERS, DESK, EVERYONE, FAMILY } from "./cast";
import {
  on,
  listOf,
  listAt,
  theDoctor,
  theHours,
  nothing,
  booking,
  reason,
  SCHEDULE,
  type Permissions,
} from "./asking";
import * as a from "./things";
import { doctorOnDuty } from "./things-hospital";

export const visits: Permissions = {
  "GET /api/appointments": {
    ask: listOf(a.visit, { order: "desc" }),
    may: [...FAMILY, ...DESK, "doctor"],
    findNothing: "the others",
  },
  "GET /api/appointments/shifted": { ask: nothing, may: EVERYONE },
  "POST /api/appointments": { ask: booking, may: [...BOOKERS, ...DESK, "doctor"] },
  "POST /api/appointments/holds": { ask: booking, may: [...BOOKERS, ...DESK, "doctor"] },
  "DELETE /api/appointments/holds/{id}": { ask: on(a.hold), may: ["patient"] },
  "GET /api/appointments/{id}": { ask: on(a.visit), may: [...FAMILY, ...DESK, "doctor"] },
  "GET /api/appointments/{id}/calendar": { ask: on(a.visit), may: [...FAMILY, ...DESK, "doctor"] },
  "GET /api/appointments/{id}/history": { ask: on(a.visit), may: [...FAMILY, ...DESK, "doctor"] },
  "GET /api/appointments/{id}/video": {
    ask: on((cast) => a.visit(cast, { mode: "VIDEO" })),
    may: [...BOOKERS, "doctor"],
    mayNot: [...DESK, "acts, reads"],
  },
  "POST /api/appointments/{id}/keep-time": { ask: on(a.visit), may: [...DESK, "doctor"], mayNot: FAMILY },
  "POST /api/appointments/{id}/reschedule": {
    ask: async (cast) => {
      await a.clearCalendar(cast);
      return { params: { id: await a.visit(cast) }, body: { start: a.freeTime() } };
    },
    may: [...BOOKERS, ...DESK, "doctor"],
    mayNot: ["acts, reads"],
  },
  "POST /api/appointments/{id}/undo": {
    ask: on((cast) => a.visit(cast, { status: "CHECKED_IN", checkedInAt: new Date() })),
    may: [...DESK, "doctor"],
    mayNot: FAMILY,
  },
  "PUT /api/appointments/{id}/status": {
    ask: on(a.visit, { body: { status: "CANCELLED", ...reason } }),
    may: [...BOOKERS, ...DESK, "doctor"],
    mayNot: ["acts, reads"],
  },
  // Everyone sees the times that patients book; those further ahead are the practice's.
  "GET /api/doctors/{id}/availability": {
    ask: ({ doctor: { doctorId } }) => ({
      params: { id: doctorId },
      query: { from: inDays(199, "20:00").toISOString(), to: inDays(201, "00:00").toISOString(), as: "practice" },
      seek: inDays(200, "12:00").toISOString().slice(0, 16),
    }),
    may: ["doctor", ...DESK],
    findNothing: "the others",
    withoutAccount: "nothing",
  },
  "GET /api/doctors/{id}/appointments": {
    ask: async (cast) => {
      await a.clearCalendar(cast);
      return { params: { id: cast.doctor.doctorId }, query: { status: "CONFIRMED" }, seek: await a.visit(cast) };
    },
    may: ["doctor"],
  },
  "POST /api/hospitals/{id}/walk-ins": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId },
      body: { doctorId: await doctorOnDuty(cast), patient: { name: "Walked In" } },
    }),
    may: DESK,
  },
  "GET /api/to-call": { ask: listOf(a.callToMake), may: [...DESK, "doctor"], findNothing: "the others" },
  "PUT /api/to-call/{id}/done": { ask: on(a.callToMake), may: [...DESK, "doctor"] },
  "GET /api/doctors/{id}/schedules": { ask: listAt(theDoctor, theHours, { limit: "100" }), may: [...DESK, "doctor"] },
  "POST /api/doctors/{id}/schedules": {
    ask: async (cast) => {
      await a.ownPractice(cast);
      return { params: { id: cast.doctor.doctorId }, body: { hospitalId: null, ...SCHEDULE } };
    },
    may: ["doctor"],
  },
  "GET /api/schedules/{id}": { ask: on(theHours), may: [...DESK, "doctor"] },
  "PUT /api/schedules/{id}": { ask: on(a.schedule, { body: { hospitalId: null, ...SCHEDULE } }), may: ["doctor"] },
  "DELETE /api/schedules/{id}": { ask: on(a.schedule), may: ["doctor"] },
};
