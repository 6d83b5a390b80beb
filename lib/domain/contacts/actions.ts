"use server";
import { defineAction } from "@/lib/actor/define-action";
import { toOutput } from "./output";
import { markCalled } from "./mark-called";
import { doneForm } from "./schema";

export const markCalledAction = defineAction(
  doneForm,
  async (actor, { id, version }) => toOutput(await markCalled(actor, id, version)),
  {
    name: "mark-called",
  },
);
