"use client";
import { LocaleText } from "@/components/ui/locale-text";
import { formatDate } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";

/** A calendar date such as a date of birth, or what stands for a missing one. */
export function DayText({ date, missing = "Not recorded" }: { date: string | null; missing?: string }) {
  const { locale } = useReader();
  if (date === null) return <span className="text-quiet">{missing}</span>;
  return <LocaleText>{formatDate(date, "dated", locale)}</LocaleText>;
}
