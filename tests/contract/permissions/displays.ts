import type { Actor } from "@/lib/actor/actor";
import { renewCode } from "@/lib/domain/arrivals/renew-code";
import { addDisplay } from "@/lib/domain/displays/add-display";
import type { Owner } from "@/lib/actor/owner";
import { db } from "@/lib/platform/db/db";
import { listAt, on, theDoctor, theHospital, type Permissions } from "./asking";
import { BOOKERS, DESK, next, type Cast } from "./cast";
import { arrivingVisit } from "./waiting";

async function display({ actor }: { actor: Actor }, owner: Owner) {
  await db.waitingDisplay.updateMany({ where: { ...owner, endedAt: null }, data: { endedAt: new Date() } });
  return (await addDisplay(actor, owner, { name: `Floor ${next()}`, doctorIds: [], speaks: false })).id;
}
const practice = ({ doctor }: Cast): Owner => ({ doctorId: doctor.doctorId, hospitalId: null });
const house = ({ hospitalId }: Cast): Owner => ({ doctorId: null, hospitalId });
const ofDoctor = (cast: Cast) => display(cast.doctor, practice(cast));
const ofHospital = (cast: Cast) => display(cast.manager, house(cast));

/** The code at the hospital's entrance. */
export const hospitalsCode = async (cast: Cast) => (await renewCode(cast.manager.actor, house(cast))).code;

/** Screens on the wall, and codes at the entrance. */
export const displays: Permissions = {
  "GET /api/doctors/{id}/waiting-displays": { ask: listAt(theDoctor, ofDoctor), may: ["doctor"] },
  "POST /api/doctors/{id}/waiting-displays": {
    ask: on(theDoctor, { body: { name: `Door ${next()}` } }),
    may: ["doctor"],
  },
  "GET /api/hospitals/{id}/waiting-displays": { ask: listAt(theHospital, ofHospital), may: DESK },
  "POST /api/hospitals/{id}/waiting-displays": {
    ask: on(theHospital, { body: { name: `Door ${next()}` } }),
    may: DESK,
  },
  "DELETE /api/waiting-displays/{id}": { ask: on(ofHospital), may: DESK },
  "GET /api/doctors/{id}/arrival-code": {
    ask: async (cast) => {
      const { id } = await renewCode(cast.doctor.actor, practice(cast));
      return { params: { id: cast.doctor.doctorId }, seek: id };
    },
    may: ["doctor"],
  },
  "POST /api/doctors/{id}/arrival-code": { ask: on(theDoctor), may: ["doctor"] },
  "GET /api/hospitals/{id}/arrival-code": {
    ask: async (cast) => ({ params: { id: cast.hospitalId }, seek: await hospitalsCode(cast) }),
    may: DESK,
  },
  "POST /api/hospitals/{id}/arrival-code": { ask: on(theHospital), may: DESK },
  "PUT /api/appointments/{id}/arrival": {
    ask: async (cast) => ({ params: { id: await arrivingVisit(cast) }, body: { code: await hospitalsCode(cast) } }),
    may: BOOKERS,
  },
};
