import { like, named, ofVisit, type Actions } from "./acting";
import type { Request } from "./asking";

/** An action for the hospital that its input names. */
const atHospital = ({ params, body }: Request) => ({ hospitalId: params?.id, ...body });

/** What the front desk and the doctor do with those who wait. */
export const waitingActions: Actions = {
  "waiting-room/callNextAction": like("POST /api/waiting-queues/{id}/call-next"),
  "waiting-room/callPatientAction": like("POST /api/appointments/{id}/call", ofVisit),
  "waiting-room/missCallAction": like("POST /api/appointments/{id}/missed-call", ofVisit),
  "waiting-room/recallPatientAction": like("POST /api/appointments/{id}/recall", ofVisit),
  "waiting-room/setPriorityAction": like("PUT /api/appointments/{id}/priority", ofVisit),
  "waiting-room/setRoomAction": like("PUT /api/doctors/{id}/room", named({ id: "doctorId" })),
  "waiting-room/overbookPatientAction": like("POST /api/doctors/{id}/overbookings", named({ id: "doctorId" })),
  "displays/addDisplayAction": like("POST /api/hospitals/{id}/waiting-displays", atHospital),
  "displays/endDisplayAction": like("DELETE /api/waiting-displays/{id}"),
  "arrivals/renewCodeAction": like("POST /api/hospitals/{id}/arrival-code", atHospital),
  "arrivals/arriveAction": like("PUT /api/appointments/{id}/arrival", ofVisit),
};
