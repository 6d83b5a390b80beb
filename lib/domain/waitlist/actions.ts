"use server";
import { defineAction } from "@/lib/actor/define-action";
import { acceptOffer } from "./accept-offer";
import { declineOffer } from "./decline-offer";
import { joinWaitlist } from "./join-waitlist";
import { leaveWaitlist } from "./leave-waitlist";
import { entryIdInput, joinInput } from "./schema";

export const joinWaitlistAction = defineAction(joinInput, joinWaitlist, { name: "join-waitlist" });

export const leaveWaitlistAction = defineAction(entryIdInput, (actor, { id }) => leaveWaitlist(actor, id), {
  name: "leave-waitlist",
});

export const acceptOfferAction = defineAction(
  entryIdInput,
  async (actor, { id }) => ({ appointmentId: (await acceptOffer(actor, id)).id }),
  { name: "accept-offer" },
);

export const declineOfferAction = defineAction(entryIdInput, (actor, { id }) => declineOffer(actor, id), {
  name: "decline-offer",
});
