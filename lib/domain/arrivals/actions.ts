"use server";
import { defineAction } from "@/lib/actor/define-action";
import { ownerFor } from "@/lib/actor/owner";
import { arrive } from "./arrive";
import { renewCode } from "./renew-code";
import { arriveForm, renewCodeForm } from "./schema";

export const renewCodeAction = defineAction(
  renewCodeForm,
  (actor, { hospitalId }) => renewCode(actor, ownerFor(actor, hospitalId)),
  { name: "renew-arrival-code" },
);

/** Enough for someone who mistypes a code, and too few to guess one. */
export const arriveAction = defineAction(
  arriveForm,
  async (actor, input) => ({ id: (await arrive(actor, input)).id }),
  {
    name: "arrive",
    rateLimit: [{ name: "arrive", limit: 30, windowSeconds: 300, by: "actor" }],
  },
);
