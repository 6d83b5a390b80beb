"use server";
import { defineAction } from "@/lib/actor/define-action";
import { moveByLinkInput, visitLinkInput } from "./schema";
import { LINK_LIMIT } from "./status";
import { askForCallByLink, cancelByLink, confirmByLink, loadOffersByLink, moveByLink, openVisitLink } from "./use-link";

/** For anyone with the link. What only follows links never gets here: each is a step of a person, or of the page in their browser. */
const byLink = { auth: "optional" as const, rateLimit: [{ ...LINK_LIMIT, by: "address" as const }] };

export const openVisitLinkAction = defineAction(visitLinkInput, (_actor, { token }) => openVisitLink(token), {
  ...byLink,
  name: "open-visit-link",
});

export const confirmByLinkAction = defineAction(visitLinkInput, (_actor, { token }) => confirmByLink(token), {
  ...byLink,
  name: "confirm-by-link",
});

export const cancelByLinkAction = defineAction(visitLinkInput, (_actor, { token }) => cancelByLink(token), {
  ...byLink,
  name: "cancel-by-link",
});

export const moveByLinkAction = defineAction(moveByLinkInput, (_actor, input) => moveByLink(input), {
  ...byLink,
  name: "move-by-link",
});

export const loadOffersByLinkAction = defineAction(visitLinkInput, (_actor, { token }) => loadOffersByLink(token), {
  ...byLink,
  name: "load-offers-by-link",
});

export const askForCallByLinkAction = defineAction(visitLinkInput, (_actor, { token }) => askForCallByLink(token), {
  ...byLink,
  name: "ask-for-call-by-link",
});
