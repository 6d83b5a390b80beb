import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { nameText, uuid } from "@/lib/platform/input/text";

const departmentName = nameText(80);
export const addDepartmentInput = z.strictObject({ hospitalId: uuid, name: departmentName });
export const renameDepartmentInput = z.strictObject({ id: uuid, name: departmentName });
export const removeDepartmentInput = z.strictObject({ id: uuid });

export const departmentBody = z.strictObject({ name: departmentName });
export const departmentListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** A department, for its hospital's own staff. */
export const departmentOutput = z.object({ id: uuid, name: z.string(), doctorCount: z.int(), wardCount: z.int() });
export type DepartmentOutput = z.infer<typeof departmentOutput>;

export const renamedDepartmentOutput = departmentOutput.pick({ id: true, name: true });
