"use server";
import { defineAction } from "@/lib/actor/define-action";
import { decideChange } from "./decide-change";
import { decideVerification } from "./decide-verification";
import { changeDecisionInput, decisionInput } from "./schema";
import { endUserSession, endUserSessions } from "./end-user-sessions";
import { sessionInput, userInput } from "./schema-people";
import { sendPasswordLink } from "./send-password-link";
import { reinstateUser, suspendUser } from "./suspend-user";

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

export const endUserSessionsAction = defineAction(userInput, (actor, { userId }) => endUserSessions(actor, userId), {
  name: "end-user-sessions",
});

export const endUserSessionAction = defineAction(
  sessionInput,
  (actor, { userId, sessionId }) => endUserSession(actor, { userId, id: sessionId }),
  { name: "end-user-session" },
);

export const sendPasswordLinkAction = defineAction(userInput, (actor, { userId }) => sendPasswordLink(actor, userId), {
  name: "send-password-link",
});
