"use server";
import { defineAction } from "@/lib/actor/define-action";
import { displayCookies } from "@/lib/actor/kept-secrets";
import { notFound } from "@/lib/platform/errors/app-error";
import { addDisplay } from "./add-display";
import { endDisplay } from "./end-display";
import { ownerFor } from "@/lib/actor/owner";
import { findOpenDisplay } from "./queries";
import { addDisplayForm, displayIdForm, displayTokenForm } from "./schema";

export const addDisplayAction = defineAction(
  addDisplayForm,
  (actor, { hospitalId, ...input }) => addDisplay(actor, ownerFor(actor, hospitalId), input),
  { name: "add-display" },
);
export const endDisplayAction = defineAction(displayIdForm, (actor, { id }) => endDisplay(actor, id), {
  name: "end-display",
});

/** How long a browser stays a screen without its address: a year from each time it is opened. */
const KEPT_MS = 365 * 86_400_000;

/** Makes this browser a screen, which stays one when it is switched off and on. */
export const openDisplayAction = defineAction(
  displayTokenForm,
  async (_actor, { token }) => {
    const display = await findOpenDisplay(token);
    if (!display) throw notFound();
    await displayCookies.keep(display.id, token, new Date(Date.now() + KEPT_MS));
    return { id: display.id };
  },
  {
    auth: "optional",
    name: "open-display",
    rateLimit: [{ name: "open-display", limit: 60, windowSeconds: 60, by: "address" }],
  },
);
