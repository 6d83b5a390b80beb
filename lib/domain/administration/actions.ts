"use server";
import { uuid } from "@/lib/platform/input/text";
import { z } from "zod";
import { defineAction } from "@/lib/actor/define-action";
import { decideChange } from "./decide-change";
import { decideVerification } from "./decide-verification";
import { changeDecisionInput, decisionInput } from "./schema";
import { reinstateUser, suspendUser } from "./suspend-user";

const userInput = z.strictObject({ userId: uuid });

export const decideAction = defineAction(decisionInput, (actor, input) => decideVerification(actor, input), {
  name: "decide-verification",
});

export const decideChangeAction = defineAction(changeDecisionInput, (actor, input) => decideChange(actor, input), {
  name: "decide-change",
});

export const suspendUserAction = defineAction(userInput, (actor, { userId }) => suspendUser(actor, userId), {
  name: "suspend-user",
});

export const reinstateUserAction = defineAction(userInput, (actor, { userId }) => reinstateUser(actor, userId), {
  name: "reinstate-user",
});
