import { notFound } from "next/navigation";
import { AppError } from "@/lib/platform/errors/app-error";

/** What was read, or the 404 page: the same for what is missing and for what is not listed. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
