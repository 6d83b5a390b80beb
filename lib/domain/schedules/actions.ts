"use server";
import { defineAction } from "@/lib/actor/define-action";
import { blockHours, previewBlock } from "./internal/block-hours";
import { countSlots } from "./internal/count-slots";
import { toSavedOutput } from "./output";
import { listDisplaced } from "./internal/list-displaced";
import { NONE_NOTIFIED } from "./rebook-visits";
import { createSchedule, deleteSchedule, previewSchedule, replaceSchedule } from "./save-schedule";
import { blockInput, countSlotsInput, deleteScheduleInput, SCHEDULE_LIMIT, saveScheduleInput } from "./schema";

const costly = [{ ...SCHEDULE_LIMIT, by: "actor" as const }];

export const saveScheduleAction = defineAction(
  saveScheduleInput,
  async (actor, { id, schedule }) =>
    toSavedOutput(
      id === null
        ? { ...(await createSchedule(actor, actor.doctorId ?? "", schedule)), notified: NONE_NOTIFIED }
        : await replaceSchedule(actor, id, schedule),
    ),
  { name: "save-schedule", rateLimit: costly },
);

/** The visits that would fall outside, with names; none for a place without hours. */
export const previewScheduleAction = defineAction(
  saveScheduleInput,
  async (actor, { id, schedule }) =>
    id === null
      ? []
      : listDisplaced(
          actor,
          (await previewSchedule(actor, id, schedule)).map((visit) => visit.id),
        ),
  { name: "preview-schedule", rateLimit: costly },
);

export const deleteScheduleAction = defineAction(
  deleteScheduleInput,
  (actor, { id, version }) => deleteSchedule(actor, id, version),
  { name: "delete-schedule" },
);

/** Called while someone types. */
export const countSlotsAction = defineAction(countSlotsInput, (actor, draft) => countSlots(actor, draft), {
  name: "count-slots",
  rateLimit: [{ name: "count-slots", limit: 120, windowSeconds: 60, by: "actor" }],
});

export const blockHoursAction = defineAction(blockInput, blockHours, { name: "block-hours", rateLimit: costly });

export const previewBlockAction = defineAction(
  blockInput,
  async (actor, input) =>
    listDisplaced(
      actor,
      (await previewBlock(actor, input)).map((visit) => visit.id),
    ),
  { name: "preview-block", rateLimit: costly },
);
