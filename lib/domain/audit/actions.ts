"use server";
import { defineAction } from "@/lib/actor/define-action";
import { stretchInput } from "./schema";
import { verifyStretch } from "./verify-stretch";

export const verifyStretchAction = defineAction(stretchInput, (actor, input) => verifyStretch(actor, input), {
  name: "verify-stretch",
});
