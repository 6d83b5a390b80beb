import { vi } from "vitest";

/** In place of the actions behind the hours: `vi.mock("@/lib/domain/schedules/actions", () => import(…))`. */
export const previewScheduleAction = vi.fn();
export const saveScheduleAction = vi.fn();
export const deleteScheduleAction = vi.fn();
export const countSlotsAction = vi.fn();
