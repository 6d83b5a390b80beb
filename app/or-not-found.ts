import { notFound } from "next/navigation";
import { toAppError } from "@/lib/platform/errors/driver-errors";

/**
 * What was read, or the 404 page: the same for what is missing and for what is not listed, and for an address that
 * no name here could have, such as one with a zero byte in it.
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
