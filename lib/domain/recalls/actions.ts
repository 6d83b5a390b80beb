"use server";
import { defineAction } from "@/lib/actor/define-action";
import { changeRecall } from "./change-recall";
import { endRecall } from "./end-recall";
import { changeRecallInput, recallIdInput, setRecallInput } from "./schema";
import { setRecall } from "./set-recall";

export const setRecallAction = defineAction(setRecallInput, setRecall, { name: "set-recall" });

export const changeRecallAction = defineAction(
  changeRecallInput,
  (actor, { id, version, ...body }) => changeRecall(actor, id, body, version),
  { name: "change-recall" },
);

export const removeRecallAction = defineAction(recallIdInput, (actor, { id }) => endRecall(actor, id, "REMOVED"), {
  name: "remove-recall",
});

export const dismissRecallAction = defineAction(recallIdInput, (actor, { id }) => endRecall(actor, id, "DISMISSED"), {
  name: "dismiss-recall",
});
