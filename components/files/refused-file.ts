import { MAX_FILE_BYTES } from "@/lib/platform/input/file";

/** Says why a file isn't even sent; null when it is. */
export function refusedFile({ size }: File): string | null {
  if (size === 0) return "This file is empty.";
  return size > MAX_FILE_BYTES ? "This file is larger than 10 MB." : null;
}
