"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { loadHospitalsOrLastKnown } from "@/lib/domain/hospitals/load-hospitals-or-last-known";
import type { Actor } from "@/lib/actor/actor";
import { parseInput } from "@/lib/platform/input/field-errors";
import { idAndVersion } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { addAmbulance } from "./add-ambulance";
import { cancelTrackedCall } from "./cancel-tracked-call";
import { changeAmbulance } from "./change-ambulance";
import { changeAmbulanceBooking } from "./change-ambulance-booking";
import { adviceFor } from "./format";
import { toAmbulanceOutput, toCallOutput, toChangedCallOutput } from "./output";
import { namePatient } from "./name-patient";
import { removeAmbulance } from "./remove-ambulance";
import { replaceVehicle } from "./replace-vehicle";
import { requestAmbulance } from "./request-ambulance";
import { CALL_LIMITS } from "./rules";
import {
  addAmbulanceInput,
  callFormFor,
  callFormInput,
  changeAmbulanceInput,
  changeCallInput,
  namePatientInput,
  offeredTowns,
  replaceVehicleInput,
  trackingToken,
  verifyCallerInput,
} from "./schema";
import { verifyCaller } from "./verify-caller";

const ANONYMOUS = { patientIds: [], hospitalId: null };

const callOptions = {
  auth: "optional" as const,
  rateLimit: [{ ...CALL_LIMITS.perSender, by: "actor" as const }],
};

async function call(actor: Actor | null, { trackingToken: token, ...input }: z.output<typeof callFormInput>) {
  const { row, trackingToken } = await requestAmbulance(actor, input, { token });
  const made = toCallOutput(row, actor ?? ANONYMOUS);
  return {
    id: made.id,
    status: made.status,
    trackingToken,
    hospitalsAsked: made.hospitalsAsked,
    advice: adviceFor(made),
  };
}

/**
 * Requests an ambulance, with or without an account. The answer's `trackingToken` is the only access to a call without
 * one.
 */
export const requestAmbulanceAction = defineAction(callFormInput, call, { name: "request-ambulance", ...callOptions });

/** Parsed with the towns its page offers, which only the server knows. */
const postCall = defineAction(
  z.record(z.string(), z.string()),
  async (actor, form) =>
    call(actor, parseInput(callFormFor(offeredTowns((await loadHospitalsOrLastKnown()).towns)), form)),
  { name: "post-ambulance-request", ...callOptions },
);

/** The state of the call form after it was sent without scripts: what was typed stays when it failed. */
export type CallFormState = { error?: ActionFailure; values?: Record<string, string> };

/** Does the same for a browser without scripts: reads the plain form and redirects to the call. */
export async function postCallAction(_before: CallFormState, form: FormData): Promise<CallFormState> {
  const outcome = await postCall(form);
  if (outcome.ok)
    redirect(
      outcome.data.trackingToken
        ? routes.emergency.follow(outcome.data.trackingToken)
        : routes.patient.ambulance(outcome.data.id),
    );
  const typed = [...form].filter(([name, value]) => !name.startsWith("$ACTION") && typeof value === "string") as [
    string,
    string,
  ][];
  return { error: outcome.error, values: Object.fromEntries(typed) };
}

export const cancelTrackedCallAction = defineAction(
  z.strictObject({ token: trackingToken }),
  (_actor, { token }) => cancelTrackedCall(token),
  {
    name: "cancel-tracked-call",
    auth: "optional",
    rateLimit: [{ ...CALL_LIMITS.tracking, by: "address" }],
  },
);

/**
 * Every step of a call after the request. For DISPATCHED leave `version` out: the first wins, whatever else has
 * changed.
 */
export const changeCallAction = defineAction(
  changeCallInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) =>
    toChangedCallOutput(await changeAmbulanceBooking(actor, id, input, version), actor),
  { name: "change-ambulance-booking" },
);

/** Replaces the vehicle of a call under way. */
export const replaceVehicleAction = defineAction(
  replaceVehicleInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) =>
    toChangedCallOutput(await replaceVehicle(actor, id, input, version), actor),
  { name: "replace-vehicle" },
);

export const verifyCallerAction = defineAction(
  verifyCallerInput,
  async (actor, input) => toCallOutput(await verifyCaller(actor, input), actor),
  {
    name: "verify-caller",
  },
);

export const namePatientAction = defineAction(
  namePatientInput,
  async (actor, input) => toCallOutput(await namePatient(actor, input), actor),
  {
    name: "name-ambulance-patient",
  },
);

export const addAmbulanceAction = defineAction(
  addAmbulanceInput,
  async (actor, input) => toAmbulanceOutput(await addAmbulance(actor, input)),
  {
    name: "add-ambulance",
  },
);

export const changeAmbulanceAction = defineAction(
  changeAmbulanceInput.safeExtend(idAndVersion),
  async (actor, { id, version, ...input }) => toAmbulanceOutput(await changeAmbulance(actor, id, input, version)),
  { name: "change-ambulance" },
);

export const removeAmbulanceAction = defineAction(
  z.strictObject(idAndVersion),
  (actor, { id, version }) => removeAmbulance(actor, id, version),
  {
    name: "remove-ambulance",
  },
);
