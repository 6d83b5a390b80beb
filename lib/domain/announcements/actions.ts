"use server";
import { defineAction } from "@/lib/actor/define-action";
import { dismissAnnouncement } from "./dismiss-announcement";
import { endAnnouncement } from "./end-announcement";
import { publishAnnouncement } from "./publish-announcement";
import { announcementIdInput, announcementInput } from "./schema";
import { ANNOUNCEMENT_LIMIT } from "./status";

export const publishAnnouncementAction = defineAction(announcementInput, publishAnnouncement, {
  name: "publish-announcement",
  rateLimit: [{ ...ANNOUNCEMENT_LIMIT, by: "actor" }],
});

export const endAnnouncementAction = defineAction(announcementIdInput, endAnnouncement, { name: "end-announcement" });

export const dismissAnnouncementAction = defineAction(announcementIdInput, dismissAnnouncement, {
  name: "dismiss-announcement",
});
