"use server";
import { z } from "zod";
import { defineAction } from "@/lib/platform/actions/define-action";
import { addAmbulance } from "./add-ambulance";
import { cancelTrackedCall } from "./cancel-tracked-call";
import { changeAmbulance } from "./change-ambulance";
import { changeAmbulanceBooking } from "./change-ambulance-booking";
import { adviceFor, toAmbulanceOutput, toCallOutput } from "./format";
import { namePatient } from "./name-patient";
import { removeAmbulance } from "./remove-ambulance";
import { requestAmbulance } from "./request-ambulance";
import { CALL_LIMITS, phoneKey } from "./rules";
import { addAmbulanceInput, callFormInput, changeAmbulanceInput, changeCallInput, namePatientInput, seen, trackingToken, verifyCallerInput } from "./schema";
import { verifyCaller } from "./verify-caller";

const NOBODY = { patientIds: [], hospitalId: null };

/** Calls an ambulance, with or without an account. The answer's `trackingToken` is the only key to a call without one. */
export const requestAmbulanceAction = defineAction(
  callFormInput,
  async (actor, { trackingToken: token, ...input }) => {
    const { row, trackingToken } = await requestAmbulance(actor, input, { token });
    const call = toCallOutput(row, actor ?? NOBODY);
    return { id: call.id, status: call.status, trackingToken, hospitalsAsked: call.hospitalsAsked, advice: adviceFor(call) };
  },
  {
    name: "request-ambulance",
    auth: "optional",
    rateLimit: [
      { ...CALL_LIMITS.perAddress, by: "actor" },
      { ...CALL_LIMITS.perPhone, by: ({ contact }) => phoneKey(contact.phone) },
    ],
  },
);

export const cancelTrackedCallAction = defineAction(z.strictObject({ token: trackingToken }), (_actor, { token }) => cancelTrackedCall(token), {
  name: "cancel-tracked-call",
  auth: "optional",
  rateLimit: [{ ...CALL_LIMITS.tracking, by: "address" }],
});

/** Every step of a call but its beginning. For DISPATCHED leave `version` out: the first wins, whatever else has changed. */
export const changeCallAction = defineAction(
  changeCallInput.extend(seen),
  async (actor, { id, version, ...input }) => toCallOutput(await changeAmbulanceBooking(actor, id, input, { version }), actor),
  { name: "change-ambulance-booking" },
);

export const verifyCallerAction = defineAction(verifyCallerInput, async (actor, input) => toCallOutput(await verifyCaller(actor, input), actor), {
  name: "verify-caller",
});

export const namePatientAction = defineAction(namePatientInput, async (actor, input) => toCallOutput(await namePatient(actor, input), actor), {
  name: "name-ambulance-patient",
});

export const addAmbulanceAction = defineAction(addAmbulanceInput, async (actor, input) => toAmbulanceOutput(await addAmbulance(actor, input)), {
  name: "add-ambulance",
});

export const changeAmbulanceAction = defineAction(
  changeAmbulanceInput.safeExtend(seen),
  async (actor, { id, version, ...input }) => toAmbulanceOutput(await changeAmbulance(actor, id, input, { version })),
  { name: "change-ambulance" },
);

export const removeAmbulanceAction = defineAction(z.strictObject(seen), (actor, { id, version }) => removeAmbulance(actor, id, { version }), {
  name: "remove-ambulance",
});
