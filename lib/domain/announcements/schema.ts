import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, longText, orNull, uuid } from "@/lib/platform/input/text";
import { AUDIENCES, LEVELS } from "./status";

const maintenance = z
  .strictObject({ from: instant, until: instant })
  .meta({ description: "When CareSync is worked on; readers see it by their own clock." });

export const announcementInput = z.strictObject({
  text: longText(500).meta({ description: "Plain text, and nothing about a patient." }),
  level: z.enum(LEVELS).default("INFO"),
  audience: z.enum(AUDIENCES).default("EVERYONE"),
  startsAt: ifGiven(instant).meta({ description: "At once by default." }),
  endsAt: orNull(instant).optional().meta({ description: "Without one it stands until it is ended." }),
  maintenance: maintenance.nullish(),
});
export type AnnouncementInput = z.output<typeof announcementInput>;

export const announcementIdInput = z.strictObject({ id: uuid });
export const announcementsQuery = z.strictObject({ limit, cursor: cursor.optional() });
export type AnnouncementsQuery = z.output<typeof announcementsQuery>;

/** An announcement as its readers see it. */
const announcementOutput = z.object({
  id: uuid,
  text: z.string(),
  level: z.enum(LEVELS),
  startsAt: instant,
  endsAt: instant.nullable(),
  maintenance: z.object({ from: instant, until: instant }).nullable(),
});
export type Announcement = z.infer<typeof announcementOutput>;

export const ownAnnouncementsOutput = z.object({ items: z.array(announcementOutput) });

/** The same for administrators. */
export const publishedOutput = announcementOutput.extend({
  audience: z.enum(AUDIENCES),
  endedAt: instant.nullable().meta({ description: "When an administrator ended it before its time." }),
  createdAt: instant,
});
export type Published = z.infer<typeof publishedOutput>;
