"use server";
import { defineAction } from "@/lib/actor/define-action";
import { removeDocument } from "./remove-document";
import { removeDocumentInput } from "./schema";

export const removeDocumentAction = defineAction(removeDocumentInput, (actor, { id }) => removeDocument(actor, id), {
  name: "remove-document",
});
