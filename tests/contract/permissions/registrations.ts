import { inTransaction } from "@/lib/actor/transaction";
import { listAt, on, theHospital, type Permissions, type Thing } from "./asking";
import { DESK, next } from "./cast";

/** Someone the hospital has registered. */
const registration: Thing = async ({ hospitalId, coordinator }) => {
  const { id } = await inTransaction(coordinator.actor, (tx) =>
    tx.registration.create({
      data: { hospital: { connect: { id: hospitalId } }, patient: { create: { name: `Registered Person ${next()}` } } },
      select: { id: true },
    }),
  );
  return id;
};

export const registrations: Permissions = {
  "GET /api/hospitals/{id}/patients": { ask: listAt(theHospital, registration), may: DESK },
  "POST /api/hospitals/{id}/patients": {
    ask: (cast) => on(theHospital, { body: { patient: { name: `Registered Person ${next()}` }, isNew: true } })(cast),
    may: DESK,
  },
  "GET /api/registrations/{id}": { ask: on(registration), may: DESK },
  "PATCH /api/registrations/{id}": {
    ask: (cast) => on(registration, { body: { recordNumber: `R-${next()}` } })(cast),
    may: DESK,
  },
};
