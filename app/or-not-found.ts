import { notFound } from "next/navigation";
import { toAppError } from "@/lib/platform/errors/driver-errors";

/**
 * Returns what was read, or the 404 page: for what is missing or unlisted, and for an impossible address, such as one
 * with a zero byte.
 */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const code = toAppError(error)?.code;
    if (code === "not-found" || code === "invalid") notFound();
    throw error;
  }
}
