"use server";
import { defineAction } from "@/lib/platform/actions/define-action";
import { findThings } from "./find-things";
import { lookUpInput } from "./schema";

export const lookUpAction = defineAction(lookUpInput, (actor, input) => findThings(actor, input), {
  name: "look-up",
  rateLimit: [{ name: "look-up", limit: 240, windowSeconds: 60, by: "actor" }],
});
