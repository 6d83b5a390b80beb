"use server";
import { defineAction } from "@/lib/actor/define-action";
import { markRead } from "./mark-read";
import { markReadInput } from "./schema";

export const markReadAction = defineAction(markReadInput, markRead, { name: "mark-notifications-read" });
