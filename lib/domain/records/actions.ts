"use server";
import { defineAction } from "@/lib/actor/define-action";
import { addAddendum } from "./add-addendum";
import { removeAttachment } from "./remove-attachment";
import { addAddendumInput, removeAttachmentInput, writeNoteInput } from "./schema";
import { writeNote } from "./write-note";

export const writeNoteAction = defineAction(
  writeNoteInput,
  async (actor, input) => ({ version: (await writeNote(actor, input)).version }),
  { name: "write-note" },
);

export const addAddendumAction = defineAction(addAddendumInput, addAddendum, { name: "add-addendum" });

export const removeAttachmentAction = defineAction(
  removeAttachmentInput,
  (actor, { id }) => removeAttachment(actor, id),
  { name: "remove-attachment" },
);
