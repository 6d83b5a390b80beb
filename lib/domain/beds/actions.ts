"use server";
import { defineAction } from "@/lib/actor/define-action";
import { idAndVersion } from "@/lib/platform/input/text";
import { z } from "zod";
import { addBed, addBeds } from "./add-beds";
import { addWard } from "./add-ward";
import { admitPatient } from "./admit-patient";
import { changeBed } from "./change-bed";
import { changeBedBooking } from "./change-bed-booking";
import { changeWard } from "./change-ward";
import { toBedOutput, toChangedOutput, toOutput } from "./output";
import { removeBed } from "./remove-bed";
import { removeWard } from "./remove-ward";
import { requestBed } from "./request-bed";
import {
  addBedInput,
  addBedsInput,
  addWardInput,
  admitPatientInput,
  changeBedBookingInput,
  changeBedInput,
  changeWardInput,
  requestBedInput,
  transferInput,
} from "./schema";
import { transferPatient } from "./transfer-patient";
import { undoDischarge } from "./undo-discharge";

export const requestBedAction = defineAction(
  requestBedInput,
  async (actor, input) => toOutput(await requestBed(actor, input)),
  {
    name: "request-bed",
    rateLimit: [{ name: "bed-requests", limit: 120, windowSeconds: 300, by: "actor" }],
  },
);

export const admitPatientAction = defineAction(
  admitPatientInput,
  async (actor, input) => toOutput(await admitPatient(actor, input)),
  {
    name: "admit-patient",
  },
);

export const changeBedBookingAction = defineAction(
  changeBedBookingInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => toChangedOutput(await changeBedBooking(actor, id, input, version)),
  { name: "change-bed-booking" },
);

export const transferPatientAction = defineAction(
  transferInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => toOutput(await transferPatient(actor, id, input, version)),
  { name: "transfer-patient" },
);

const bedOrWard = z.strictObject(idAndVersion);

export const undoDischargeAction = defineAction(
  bedOrWard,
  async (actor, { id, version }) => toOutput(await undoDischarge(actor, id, version)),
  {
    name: "undo-discharge",
  },
);

export const addWardAction = defineAction(
  addWardInput,
  async (actor, input) => ({ id: (await addWard(actor, input)).id }),
  { name: "add-ward" },
);

export const changeWardAction = defineAction(
  changeWardInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => ({ id: (await changeWard(actor, id, input, version)).id }),
  { name: "change-ward" },
);

export const removeWardAction = defineAction(
  bedOrWard,
  (actor, { id, version }) => removeWard(actor, { id }, version),
  {
    name: "remove-ward",
  },
);

export const addBedAction = defineAction(addBedInput, addBed, { name: "add-bed" });
export const addBedsAction = defineAction(addBedsInput, addBeds, { name: "add-beds" });

export const changeBedAction = defineAction(
  changeBedInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => toBedOutput(await changeBed(actor, id, input, version)),
  { name: "change-bed" },
);

export const removeBedAction = defineAction(bedOrWard, (actor, { id, version }) => removeBed(actor, { id }, version), {
  name: "remove-bed",
});
