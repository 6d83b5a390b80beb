"use server";
import { defineAction } from "@/lib/actor/define-action";
import { resendMessage } from "./resend-message";
import { messageIdInput } from "./schema";

export const resendMessageAction = defineAction(messageIdInput, resendMessage, { name: "resend-message" });
