import { inDays } from "@/tests/support/factories";
import { BOOKERS, DESK, next } from "./cast";
import { on, listOf, listAt, theHospital, reason, type Permissions } from "./asking";
import * as h from "./things-hospital";

export const capacity: Permissions = {
  "GET /api/ambulance-bookings": { ask: listOf(h.call), may: [...BOOKERS, ...DESK], findNothing: "the others" },
  "GET /api/ambulance-bookings/{id}": { ask: on(h.call), may: [...BOOKERS, ...DESK] },
  "GET /api/ambulance-bookings/{id}/history": { ask: on(h.call), may: [...BOOKERS, ...DESK] },
  "POST /api/ambulance-bookings": {
    ask: ({ patientId }) => ({
      body: {
        kind: "BASIC",
        pickup: { latitude: 48.2, longitude: 16.37 },
        contact: { name: "A caller", phone: `+43 1 5550${100 + next()}` },
        patientId,
      },
    }),
    may: BOOKERS,
    withoutAccount: "404",
  },
  "POST /api/ambulance-bookings/{id}/verify": {
    ask: on((cast) => h.call(cast, { verifiedAt: null, callbackCode: "1234" }), {
      body: { code: "1234" },
    }),
    may: DESK,
    mayNot: BOOKERS,
  },
  "PUT /api/ambulance-bookings/{id}/patient": {
    ask: on((cast) => h.dispatchedCall(cast, { patientId: null }), { body: { newPatient: { name: "Named" } } }),
    may: DESK,
    mayNot: ["patient"],
  },
  "PUT /api/ambulance-bookings/{id}/status": {
    ask: on(h.dispatchedCall, { body: { status: "EN_ROUTE" } }),
    may: DESK,
    mayNot: BOOKERS,
  },
  "PUT /api/ambulance-bookings/{id}/vehicle": {
    ask: async (cast) => ({
      params: { id: await h.dispatchedCall(cast) },
      body: { ambulanceId: await h.vehicle(cast) },
    }),
    may: DESK,
    mayNot: BOOKERS,
  },
  "GET /api/hospitals/{id}/ambulances": { ask: listAt(theHospital, h.vehicle, { limit: "100" }), may: DESK },
  "POST /api/hospitals/{id}/ambulances": {
    ask: (cast) => ({
      params: { id: cast.hospitalId },
      body: { registration: `P-${next()}`, kind: "BASIC", crewPhone: "+49 30 5550100" },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/ambulances/{id}": { ask: on(h.vehicle), may: DESK },
  "PATCH /api/ambulances/{id}": {
    ask: on(h.vehicle, { body: { kind: "ADVANCED" } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "DELETE /api/ambulances/{id}": { ask: on(h.vehicle), may: ["manager"], mayNot: ["coordinator"] },
  "GET /api/bed-bookings": { ask: listOf(h.stay), may: [...BOOKERS, ...DESK], findNothing: "the others" },
  "POST /api/bed-bookings": {
    ask: ({ hospitalId, patientId }) => ({
      body: { hospitalId, patientId, wardKind: "GENERAL", from: inDays(2).toISOString().slice(0, 10) },
    }),
    may: [...BOOKERS, ...DESK],
  },
  "GET /api/bed-bookings/{id}": { ask: on(h.stay), may: [...BOOKERS, ...DESK] },
  "GET /api/bed-bookings/{id}/history": { ask: on(h.stay), may: [...BOOKERS, ...DESK] },
  "PUT /api/bed-bookings/{id}/status": {
    ask: on(h.stay, { body: { status: "CANCELLED", ...reason } }),
    may: [...BOOKERS, ...DESK],
  },
  "POST /api/bed-bookings/{id}/transfer": {
    ask: async (cast) => ({
      params: { id: await h.admission(cast) },
      body: { bedId: await h.bed(cast) },
    }),
    may: DESK,
  },
  "POST /api/bed-bookings/{id}/undo": { ask: on(h.discharge), may: DESK },
  "POST /api/hospitals/{id}/admissions": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId },
      body: { patient: { name: "Brought in" }, bedId: await h.bed(cast) },
    }),
    may: DESK,
  },
  "GET /api/hospitals/{id}/beds": {
    ask: async (cast) => {
      const wardId = await h.ward(cast);
      return { params: { id: cast.hospitalId }, query: { wardId }, seek: await h.bed(cast, wardId) };
    },
    may: DESK,
  },
  "POST /api/hospitals/{id}/beds": {
    ask: async (cast) => ({
      params: { id: cast.hospitalId },
      body: { wardId: await h.ward(cast), label: "1" },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/beds/{id}": { ask: on((cast) => h.bed(cast)), may: DESK },
  "PATCH /api/beds/{id}": { ask: on((cast) => h.bed(cast), { body: { state: "CLEANING" } }), may: DESK },
  "DELETE /api/beds/{id}": { ask: on((cast) => h.bed(cast)), may: ["manager"], mayNot: ["coordinator"] },
  "GET /api/hospitals/{id}/wards": { ask: listAt(theHospital, h.ward, { limit: "100" }), may: DESK },
  "POST /api/hospitals/{id}/wards": {
    ask: (cast) => ({
      params: { id: cast.hospitalId },
      body: { name: `Ward of its own ${next()}`, kind: "GENERAL" },
    }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/wards/{id}": { ask: on(h.ward), may: DESK },
  "PATCH /api/wards/{id}": { ask: on(h.ward, { body: { kind: "ICU" } }), may: ["manager"], mayNot: ["coordinator"] },
  "DELETE /api/wards/{id}": { ask: on(h.ward), may: ["manager"], mayNot: ["coordinator"] },
};
