import { isVisible } from "@/lib/platform/text/visible";

/**
 * Reads `1962-11-05`, and `5.11.1962`, where points say that the day comes first, as `1962-11-05`. Returns null for a date that
 * could be another, and an empty cell as it is.
 */
export function readDate(cell: string): string | null {
  const typed = cell.trim();
  if (!isVisible(typed) || /^\d{4}-\d\d-\d\d$/.test(typed)) return typed;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed) ?? [];
  return year === "" ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
