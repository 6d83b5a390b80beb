"use client";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";

/** The last day of an access, with its year. */
export function UntilDay({ date }: { date: string }) {
  const { locale } = useReader();
  return <LocaleText>{formatDate(date, "dated", locale)}</LocaleText>;
}
