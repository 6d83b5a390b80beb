"use server";
import { defineAction } from "@/lib/actor/define-action";
import { addTemplate } from "./add-template";
import { markConversationRead } from "./mark-conversation-read";
import { ownerFor } from "@/lib/actor/owner";
import { removeTemplate } from "./remove-template";
import { addTemplateInput, markReadInput, removeTemplateInput, sendMessageForm } from "./schema";
import { sendMessage } from "./send-message";

export const sendMessageAction = defineAction(sendMessageForm, sendMessage, { name: "send-message" });

export const markConversationReadAction = defineAction(markReadInput, markConversationRead, {
  name: "mark-conversation-read",
});

export const addTemplateAction = defineAction(
  addTemplateInput,
  (actor, { hospitalId, text }) => addTemplate(actor, ownerFor(actor, hospitalId), text),
  { name: "add-template" },
);

export const removeTemplateAction = defineAction(removeTemplateInput, (actor, { id }) => removeTemplate(actor, id), {
  name: "remove-template",
});
