import { AppError } from "@/lib/platform/errors/app-error";

/** The error for a record number that another of the hospital's patients has. */
export function numberTaken(): AppError {
  return new AppError("already-exists", "Another patient of the hospital has this record number.", {
    fields: [{ path: "recordNumber", message: "Belongs to another patient" }],
  });
}
