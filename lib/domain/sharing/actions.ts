"use server";
import { headers } from "next/headers";
import { defineAction } from "@/lib/actor/define-action";
import { linkCookies } from "@/lib/actor/kept-secrets";
import { endGrant } from "./end-grant";
import { endLink } from "./end-link";
import { giveGrant } from "./give-grant";
import { listLinkVisits } from "./list-link-visits";
import { makeLink } from "./make-link";
import { getLinkCover, openLink } from "./internal/open-link";
import { searchSharingDoctors } from "./queries";
import { LINK_LIMIT } from "./rules";
import { findDoctorsInput, giveGrantInput, ofPatientInput } from "./schema";
import { linkTokenInput, linkVisitsInput, makeLinkInput, openLinkInput } from "./schema-links";

export const giveGrantAction = defineAction(giveGrantInput, giveGrant, { name: "give-grant" });
export const endGrantAction = defineAction(ofPatientInput, endGrant, { name: "end-grant" });
export const findSharingDoctorsAction = defineAction(findDoctorsInput, searchSharingDoctors, {
  name: "find-sharing-doctors",
  rateLimit: [{ name: "find-sharing-doctors", limit: 240, windowSeconds: 60, by: "actor" }],
});
export const makeLinkAction = defineAction(makeLinkInput, makeLink, { name: "make-link" });
export const endLinkAction = defineAction(ofPatientInput, endLink, { name: "end-link" });
export const listLinkVisitsAction = defineAction(linkVisitsInput, listLinkVisits, { name: "list-link-visits" });

const byAddress = [{ ...LINK_LIMIT, by: "address" as const }];

/** What a link says before it is opened. Nothing that only follows links uses it up: opening is a step of its own. */
export const getLinkCoverAction = defineAction(
  linkTokenInput,
  async (_actor, { token }) => getLinkCover(token, await linkCookies.read()),
  { auth: "optional", rateLimit: byAddress, name: "get-link-cover" },
);

/** Opens a link in this browser, which keeps a secret of its own until the link ends. */
export const openLinkAction = defineAction(
  openLinkInput,
  async (_actor, input) => {
    const userAgent = (await headers()).get("user-agent") ?? "";
    const { id, secret, expiresAt } = await openLink({ ...input, userAgent }, await linkCookies.read());
    if (secret !== null) await linkCookies.keep(id, secret, expiresAt);
    return { id };
  },
  { auth: "optional", rateLimit: byAddress, name: "open-link" },
);
