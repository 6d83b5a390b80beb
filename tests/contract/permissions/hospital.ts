import { DESK, DOCTORS, next } from "./cast";
import { on, listOf, listAt, theHospital, email, type Permissions } from "./asking";
import * as h from "./things-hospital";

export const hospital: Permissions = {
  "GET /api/affiliations": {
    ask: listOf((cast) => h.affiliation(cast, true)),
    may: [...DESK, "doctor", "administrator"],
    findNothing: "the others",
  },
  "GET /api/affiliations/{id}": {
    ask: on((cast) => h.affiliation(cast, true)),
    may: [...DESK, "doctor", "administrator"],
  },
  "GET /api/affiliations/{id}/history": {
    ask: on((cast) => h.affiliation(cast, true)),
    may: [...DESK, "doctor", "administrator"],
  },
  "GET /api/affiliations/{id}/preview": {
    ask: on((cast) => h.affiliation(cast, true)),
    may: ["doctor", "manager"],
    mayNot: ["coordinator", "administrator"],
  },
  "PATCH /api/affiliations/{id}": {
    ask: on((cast) => h.affiliation(cast, true), { body: { departmentId: null } }),
    may: ["manager"],
    mayNot: ["doctor", "coordinator", "administrator"],
  },
  "PUT /api/affiliations/{id}/status": {
    ask: on((cast) => h.affiliation(cast, true), { body: { status: "ACTIVE" } }),
    may: ["doctor", "manager"],
    mayNot: ["coordinator", "administrator"],
  },
  "GET /api/doctor-invitations": {
    ask: listOf(h.invitation),
    may: ["another doctor", "manager", "administrator"],
    findNothing: "the others",
  },
  "POST /api/doctor-invitations": {
    ask: async () => ({ body: { hospitalId: await h.otherHospital() } }),
    may: DOCTORS,
  },
  "GET /api/doctor-invitations/{id}": { ask: on(h.invitation), may: ["another doctor", "manager", "administrator"] },
  "DELETE /api/doctor-invitations/{id}": {
    ask: on(h.invitation),
    may: ["manager"],
    mayNot: ["another doctor", "administrator"],
  },
  "POST /api/doctor-invitations/{id}/respond": {
    ask: on(h.invitation, { body: { response: "decline" } }),
    may: ["another doctor"],
    mayNot: ["manager", "administrator"],
  },
  "POST /api/hospitals/{id}/invitations": {
    ask: on(theHospital, { body: { email: email() } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/hospitals/{id}/departments": { ask: listAt(theHospital, h.department, { limit: "100" }), may: DESK },
  "POST /api/hospitals/{id}/departments": {
    ask: (cast) => ({
      params: { id: cast.hospitalId },
      body: { name: `Unit ${next()}` },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "PATCH /api/departments/{id}": {
    ask: async (cast) => ({
      params: { id: await h.department(cast) },
      body: { name: `Unit ${next()}` },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "DELETE /api/departments/{id}": { ask: on(h.department), may: ["manager"], mayNot: ["coordinator"] },
  "GET /api/hospitals/{id}/staff": {
    ask: listAt(theHospital, h.member, { limit: "100" }),
    may: ["manager", "administrator"],
  },
  "POST /api/hospitals/{id}/staff": {
    ask: (cast) => ({
      params: { id: cast.hospitalId },
      body: { email: email(), role: "COORDINATOR" },
    }),
    may: ["manager"],
    mayNot: ["administrator"],
  },
  "PATCH /api/hospitals/{id}/staff/{member}": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId, member: await h.member(cast) },
      body: { role: "MANAGER" },
    }),
    may: ["manager"],
    mayNot: ["administrator"],
  },
  "DELETE /api/hospitals/{id}/staff/{member}": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId, member: await h.member(cast) },
    }),
    may: ["manager", "administrator"],
  },
  "GET /api/hospitals/{id}/staff/invitations": {
    ask: listAt(theHospital, h.staffInvitation, { limit: "100" }),
    may: ["manager", "administrator"],
  },
  "DELETE /api/hospitals/{id}/staff/invitations/{invitation}": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId, invitation: await h.staffInvitation(cast) },
    }),
    may: ["manager", "administrator"],
  },
  "POST /api/hospitals/{id}/staff/invitations/{invitation}/resend": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId, invitation: await h.staffInvitation(cast) },
    }),
    may: ["manager", "administrator"],
  },
  "GET /api/hospitals/{id}/stats": { ask: on(theHospital), may: DESK },
  "GET /api/hospitals/{id}/imports": { ask: listAt(theHospital, h.fileImport, { limit: "100" }), may: ["manager"] },
  "POST /api/hospitals/{id}/import-previews": {
    ask: on(theHospital, { body: { kind: "DEPARTMENTS", content: "name\nOne\n" } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "POST /api/hospitals/{id}/imports": {
    ask: (cast) => ({
      params: { id: cast.hospitalId },
      body: { kind: "DEPARTMENTS", content: `name\nOne ${next()}\n` },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/imports/{id}": { ask: on(h.fileImport), may: ["manager"] },
  "GET /api/imports/{id}/faults": { ask: on(h.fileImport), may: ["manager"] },
  "POST /api/imports/{id}/run": { ask: on(h.fileImport), may: ["manager"] },
  "POST /api/imports/{id}/undo": { ask: on(h.finishedImport), may: ["manager"] },
  "POST /api/imports/{id}/dismiss": { ask: on(h.fileImport), may: ["manager"] },
};
