import { DOCTORS, EVERYONE, FAMILY, KEEPERS, next, PROXIES, READERS, SHARED } from "./cast";
import {
  on,
  listOf,
  listAt,
  thePatient,
  theDoctor,
  email,
  NOTE,
  PARTS,
  reason,
  upload,
  type Permissions,
} from "./asking";
import * as a from "./things";

export const records: Permissions = {
  "GET /api/appointments/{id}/encounter": { ask: on(a.signedVisit), may: [...READERS, "doctor", "shared with"] },
  "PUT /api/appointments/{id}/encounter": {
    ask: on(a.startedVisit, { body: { note: NOTE, parts: PARTS, version: 1 } }),
    may: ["doctor"],
  },
  "POST /api/appointments/{id}/encounter/sign": {
    ask: on(a.startedVisit, { body: { note: NOTE, parts: PARTS, version: 1 } }),
    may: ["doctor"],
  },
  "POST /api/appointments/{id}/encounter/addenda": {
    ask: on(a.signedVisit, { body: { text: "More" } }),
    may: ["doctor"],
  },
  "POST /api/appointments/{id}/encounter/attachments": {
    ask: async (cast) => ({ params: { id: await a.startedVisit(cast) }, raw: upload() }),
    may: ["doctor"],
  },
  "GET /api/attachments/{id}": { ask: on(a.signedAttachment), may: [...READERS, "doctor", "shared with"] },
  "DELETE /api/attachments/{id}": { ask: on((cast) => a.attachment(cast)), may: ["doctor"] },
  "GET /api/appointments/{id}/prescription": { ask: on(a.signedVisit), may: [...READERS, "doctor"] },
  "GET /api/appointments/{id}/prescription/pdf": { ask: on(a.signedVisit), may: [...READERS, "doctor"] },
  "POST /api/appointments/{id}/prescription/withdraw": { ask: on(a.signedVisit, { body: reason }), may: ["doctor"] },
  "GET /api/patients/{id}/documents": { ask: on(thePatient), may: [...READERS, "doctor", "shared with"] },
  "POST /api/patients/{id}/documents": {
    ask: (cast) => ({ params: { id: cast.patientId }, raw: upload(a.LETTER) }),
    may: KEEPERS,
  },
  "GET /api/documents/{id}": { ask: on(a.document), may: [...READERS, "doctor", "shared with"] },
  "DELETE /api/documents/{id}": { ask: on(a.document), may: KEEPERS },
  "GET /api/doctors/{id}/patients": { ask: listAt(theDoctor, thePatient), may: ["doctor"] },
  "GET /api/diagnosis-codes": { ask: () => ({ query: { q: "I10" } }), may: DOCTORS },
  "GET /api/allergies/{id}": { ask: on(a.allergy), may: [...READERS, "doctor", ...SHARED] },
  "PATCH /api/allergies/{id}": { ask: on(a.allergy, { body: { reaction: "Rash" } }), may: [...KEEPERS, "doctor"] },
  "GET /api/conditions/{id}": { ask: on(a.condition), may: [...READERS, "doctor", ...SHARED] },
  "PATCH /api/conditions/{id}": { ask: on(a.condition, { body: { onset: "2020" } }), may: [...KEEPERS, "doctor"] },
  "GET /api/patients/{id}/allergies": { ask: on(thePatient), may: [...READERS, "doctor", ...SHARED] },
  "POST /api/patients/{id}/allergies": {
    ask: (cast) => ({
      params: { id: cast.patientId },
      body: { substance: `Thing ${next()}`, category: "FOOD" },
    }),
    may: [...KEEPERS, "doctor"],
  },
  "GET /api/patients/{id}/conditions": { ask: on(thePatient), may: [...READERS, "doctor", ...SHARED] },
  "POST /api/patients/{id}/conditions": {
    ask: (cast) => ({ params: { id: cast.patientId }, body: { name: `Ill ${next()}` } }),
    may: [...KEEPERS, "doctor"],
  },
  "PUT /api/patients/{id}/no-known-allergies": { ask: on(a.withoutAllergies), may: [...KEEPERS, "doctor"] },
  "GET /api/patients": { ask: listOf(thePatient), may: FAMILY, findNothing: "the others" },
  "POST /api/patients": { ask: () => ({ body: { name: "A child", bornOn: "2020-01-31" } }), may: EVERYONE },
  "PATCH /api/patients/{id}": { ask: on(thePatient, { body: { name: "Corrected Name" } }), may: [], mayNot: FAMILY },
  "GET /api/patients/{id}/access": { ask: listAt(thePatient, a.access), may: ["patient"], findNothing: PROXIES },
  "PATCH /api/patients/{id}/access/{access}": {
    ask: async (cast) => ({
      params: { id: cast.patientId, access: await a.access(cast) },
      body: { scope: "BOOK" },
    }),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "DELETE /api/patients/{id}/access/{access}": {
    ask: async (cast) => ({
      params: { id: cast.patientId, access: await a.access(cast) },
    }),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "GET /api/patients/{id}/timeline": { ask: on(thePatient), may: FAMILY },
  "GET /api/patients/{id}/export": { ask: on(thePatient), may: KEEPERS },
  "GET /api/patients/{id}/access-log": { ask: on(thePatient), may: READERS },
  "GET /api/patients/{id}/access/invitations": {
    ask: listAt(thePatient, a.familyInvitation),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "POST /api/patients/{id}/access/invitations": {
    ask: (cast) => ({
      params: { id: cast.patientId },
      body: { email: email(), relation: "SPOUSE", scope: "READ" },
    }),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "DELETE /api/patients/{id}/access/invitations/{invitation}": {
    ask: async (cast) => ({
      params: { id: cast.patientId, invitation: await a.familyInvitation(cast) },
    }),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "POST /api/patients/{id}/access/invitations/{invitation}/resend": {
    ask: async (cast) => ({
      params: { id: cast.patientId, invitation: await a.familyInvitation(cast) },
    }),
    may: ["patient"],
    mayNot: PROXIES,
  },
  "GET /api/patients/{id}/grants": { ask: listAt(thePatient, a.grant, { limit: "100" }), may: READERS },
  "POST /api/patients/{id}/grants": {
    ask: async (cast) => ({ params: { id: cast.patientId }, body: { doctorId: await a.otherDoctor() } }),
    may: KEEPERS,
    mayNot: ["acts, reads"],
  },
  "DELETE /api/patients/{id}/grants/{grant}": {
    ask: async (cast) => ({ params: { id: cast.patientId, grant: await a.grant(cast) } }),
    may: KEEPERS,
    mayNot: ["acts, reads"],
  },
  "GET /api/patients/{id}/links": { ask: listAt(thePatient, a.link, { limit: "100" }), may: READERS },
  "POST /api/patients/{id}/links": {
    ask: (cast) => ({ params: { id: cast.patientId }, body: { parts: ["ALLERGIES"], minutes: 15 } }),
    may: KEEPERS,
    mayNot: ["acts, reads"],
  },
  "DELETE /api/patients/{id}/links/{link}": {
    ask: async (cast) => ({ params: { id: cast.patientId, link: await a.link(cast) } }),
    may: KEEPERS,
    mayNot: ["acts, reads"],
  },
};
