import { on, theHospital, type Permissions } from "./asking";
import { DESK, next } from "./cast";

export const registrations: Permissions = {
  "POST /api/hospitals/{id}/patients": {
    ask: (cast) => on(theHospital, { body: { patient: { name: `Registered Person ${next()}` }, isNew: true } })(cast),
    may: DESK,
  },
};
