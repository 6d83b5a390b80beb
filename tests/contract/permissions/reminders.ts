import { on, theDoctor, theHospital, type Permissions } from "./asking";
import { BOOKERS, DESK, FAMILY } from "./cast";
import * as a from "./things";

const body = { own: { minutesBefore: [1440, 60], callsUnconfirmed: false } };

export const reminders: Permissions = {
  "POST /api/appointments/{id}/attendance": {
    ask: on((cast) => a.visit(cast)),
    may: [...BOOKERS, "doctor", ...DESK],
    mayNot: ["acts, reads"],
  },
  "POST /api/appointments/{id}/reminders": {
    ask: on((cast) => a.visit(cast)),
    may: ["doctor", ...DESK],
    mayNot: FAMILY,
  },
  "GET /api/doctors/{id}/reminder-rule": { ask: on(theDoctor), may: ["doctor"] },
  "PUT /api/doctors/{id}/reminder-rule": { ask: on(theDoctor, { body }), may: ["doctor"] },
  "GET /api/hospitals/{id}/reminder-rule": { ask: on(theHospital), may: DESK },
  "PUT /api/hospitals/{id}/reminder-rule": {
    ask: on(theHospital, { body }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
};
