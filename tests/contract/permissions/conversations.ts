import type { Actor } from "@/lib/actor/actor";
import { addTemplate } from "@/lib/domain/conversations/add-template";
import type { Owner } from "@/lib/actor/owner";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { db } from "@/lib/platform/db/db";
import { asFile, pdf } from "@/tests/support/files";
import { listAt, listOf, on, theDoctor, theHospital, upload, type Permissions } from "./asking";
import { BOOKERS, DESK, FAMILY, next, type Cast } from "./cast";
import * as a from "./things";

/** A visit the patient has written about, and its message. */
async function writtenVisit(cast: Cast) {
  const appointmentId = await a.visit(cast);
  const text = `Message ${next()}`;
  const { id } = await sendMessage(cast.patient.actor, { appointmentId, text, file: asFile(pdf(text)) });
  return { appointmentId, text, id };
}
const writtenAbout = async (cast: Cast) => (await writtenVisit(cast)).appointmentId;

/** Without the former ones, so that there are never too many. */
async function template({ actor }: { actor: Actor }, owner: Owner) {
  await db.communicationTemplate.deleteMany({ where: owner });
  return (await addTemplate(actor, owner, `Bring page ${next()}`)).id;
}
const ofDoctor = ({ doctor }: Cast) => template(doctor, { doctorId: doctor.doctorId, hospitalId: null });
const ofHospital = ({ manager, hospitalId }: Cast) => template(manager, { doctorId: null, hospitalId });

export const conversations: Permissions = {
  "GET /api/appointments/{id}/messages": {
    ask: async (cast) => {
      const { appointmentId, text } = await writtenVisit(cast);
      return { params: { id: appointmentId }, seek: text };
    },
    may: [...FAMILY, "doctor", ...DESK],
  },
  "POST /api/appointments/{id}/messages": {
    ask: on(a.visit, { body: { text: "I’m running late" } }),
    may: [...BOOKERS, "doctor", ...DESK],
    mayNot: ["acts, reads"],
  },
  "POST /api/appointments/{id}/messages/files": {
    ask: async (cast) => ({ params: { id: await a.visit(cast) }, raw: upload() }),
    may: [...BOOKERS, "doctor", ...DESK],
    mayNot: ["acts, reads"],
  },
  "PUT /api/appointments/{id}/messages/read": {
    ask: on(writtenAbout, { body: { upTo: 1 } }),
    may: [...FAMILY, "doctor", ...DESK],
  },
  "GET /api/message-files/{id}": {
    ask: on(async (cast) => (await writtenVisit(cast)).id),
    may: [...FAMILY, "doctor", ...DESK],
  },
  "GET /api/conversations": {
    ask: listOf(writtenAbout, { inbox: "patient" }),
    may: FAMILY,
    findNothing: "the others",
  },
  "GET /api/doctors/{id}/message-templates": { ask: listAt(theDoctor, ofDoctor), may: ["doctor"] },
  "POST /api/doctors/{id}/message-templates": {
    ask: on(theDoctor, { body: { text: `Bring a letter ${next()}` } }),
    may: ["doctor"],
  },
  "GET /api/hospitals/{id}/message-templates": { ask: listAt(theHospital, ofHospital), may: DESK },
  "POST /api/hospitals/{id}/message-templates": {
    ask: on(theHospital, { body: { text: `Come to room ${next()}` } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "DELETE /api/message-templates/{id}": { ask: on(ofHospital), may: ["manager"], mayNot: ["coordinator"] },
};
