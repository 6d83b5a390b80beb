import { EVERYONE, newcomer, next } from "./cast";
import { on, listOf, nothing, reason, type Permissions } from "./asking";
import * as a from "./things";
import * as h from "./things-hospital";

export const administration: Permissions = {
  "GET /api/admin/audit": { ask: nothing, may: ["administrator"] },
  "POST /api/admin/audit/verifications": { ask: () => ({ body: {} }), may: ["administrator"] },
  "GET /api/admin/changes": { ask: listOf(h.profileChange), may: ["administrator"] },
  "POST /api/admin/changes/{id}/approve": { ask: on(h.profileChange), may: ["administrator"] },
  "POST /api/admin/changes/{id}/reject": { ask: on(h.profileChange, { body: reason }), may: ["administrator"] },
  "GET /api/admin/diagnosis-editions": { ask: nothing, may: ["administrator"] },
  "POST /api/admin/diagnosis-editions": {
    ask: () => ({ body: { format: "CLAML", release: `${next()}`, fileBytes: 10 } }),
    may: ["administrator"],
  },
  "DELETE /api/admin/diagnosis-editions/{id}": { ask: on(h.edition), may: ["administrator"] },
  "POST /api/admin/diagnosis-editions/{id}/activate": { ask: on(h.edition), may: ["administrator"] },
  "POST /api/admin/diagnosis-editions/{id}/load": { ask: on(h.edition), may: ["administrator"] },
  "PUT /api/admin/diagnosis-editions/{id}/parts/{number}": {
    ask: async () => ({
      params: { id: await h.edition(), number: "1" },
      body: { content: "QUFBQUFBQUFBQQ==" },
    }),
    may: ["administrator"],
  },
  "POST /api/admin/doctors/{id}/reject": {
    ask: async () => ({ params: { id: await a.otherDoctor() }, body: reason }),
    may: ["administrator"],
  },
  "POST /api/admin/doctors/{id}/suspend": {
    ask: async () => ({ params: { id: await a.otherDoctor() }, body: reason }),
    may: ["administrator"],
  },
  "POST /api/admin/doctors/{id}/verify": {
    ask: async () => ({ params: { id: await a.otherDoctor() } }),
    may: ["administrator"],
  },
  "POST /api/admin/hospitals/{id}/reject": {
    ask: async () => ({ params: { id: await h.otherHospital() }, body: reason }),
    may: ["administrator"],
  },
  "POST /api/admin/hospitals/{id}/suspend": {
    ask: async () => ({ params: { id: await h.otherHospital() }, body: reason }),
    may: ["administrator"],
  },
  "POST /api/admin/hospitals/{id}/verify": {
    ask: async () => ({ params: { id: await h.otherHospital() } }),
    may: ["administrator"],
  },
  "GET /api/admin/overview": { ask: nothing, may: ["administrator"] },
  "GET /api/admin/imports": { ask: listOf(h.fileImport), may: ["administrator"] },
  "GET /api/admin/queue": { ask: nothing, may: ["administrator"] },
  "GET /api/admin/users": { ask: nothing, may: ["administrator"] },
  "POST /api/admin/users/{id}/reinstate": {
    ask: async () => ({ params: { id: await newcomer() } }),
    may: ["administrator"],
  },
  "POST /api/admin/users/{id}/suspend": {
    ask: async () => ({ params: { id: await newcomer() } }),
    may: ["administrator"],
  },
  "GET /api/me": { ask: nothing, may: EVERYONE },
  "PATCH /api/me": { ask: () => ({ body: { timeZone: "UTC" } }), may: EVERYONE },
  "GET /api/notifications": { ask: nothing, may: EVERYONE },
  "PUT /api/notifications/read": { ask: () => ({ body: {} }), may: EVERYONE },
  "POST /api/realtime/auth": {
    ask: ({ doctor: { doctorId } }) => ({
      body: { socket_id: "1.1", channel_name: `private-doctor-${doctorId}` },
    }),
    may: ["doctor"],
  },
  "POST /api/realtime/missed": {
    ask: ({ doctor: { doctorId } }) => ({ body: { since: "unknown", channels: [`private-doctor-${doctorId}`] } }),
    may: ["doctor"],
  },
};
