"use server";
import { defineAction } from "@/lib/actor/define-action";
import { callNext } from "./call-next";
import { callPatient } from "./call-patient";
import { missCall } from "./miss-call";
import { overbookPatient } from "./overbook-patient";
import { recallPatient } from "./recall-patient";
import { callNextForm, overbookForm, priorityForm, roomForm, ticketForm } from "./schema";
import { setPriority } from "./set-priority";
import { setRoom } from "./set-room";

export const callNextAction = defineAction(callNextForm, (actor, { id, version }) => callNext(actor, id, version), {
  name: "call-next",
});
export const callPatientAction = defineAction(
  ticketForm,
  (actor, { appointmentId }) => callPatient(actor, appointmentId),
  { name: "call-patient" },
);
export const missCallAction = defineAction(ticketForm, (actor, { appointmentId }) => missCall(actor, appointmentId), {
  name: "miss-call",
});
export const recallPatientAction = defineAction(
  ticketForm,
  (actor, { appointmentId }) => recallPatient(actor, appointmentId),
  { name: "recall-patient" },
);
export const setPriorityAction = defineAction(priorityForm, setPriority, { name: "set-priority" });
export const overbookPatientAction = defineAction(
  overbookForm,
  async (actor, input) => ({ id: (await overbookPatient(actor, input)).id }),
  { name: "overbook-patient" },
);
export const setRoomAction = defineAction(roomForm, setRoom, { name: "set-room" });
