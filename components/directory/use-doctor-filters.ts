"use client";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";

const text = parseAsString;
const PARSERS = {
  q: text,
  specialty: text,
  city: text,
  near: text,
  language: text,
  mode: text,
  availableFrom: text,
  maxFee: text,
  currency: text,
  sort: text,
  pages: text,
};
export type DoctorFilterName = Exclude<keyof typeof PARSERS, "pages">;
export type DoctorFilterValues = Partial<Record<DoctorFilterName, string | null>>;

/** The filters of /doctors, kept in its address; a change reads the list again from its start. */
export function useDoctorFilters() {
  const [pending, startTransition] = useTransition();
  const [{ pages: _pages, ...values }, setQuery] = useQueryStates(PARSERS, {
    shallow: false,
    startTransition,
    history: "push",
    scroll: false,
  });
  const change = (changes: DoctorFilterValues) => {
    const cleaned = Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name, value?.trim() ? value.trim() : null]),
    );
    // Without a place "nearest first" means nothing.
    const sort = "near" in cleaned && cleaned.near === null && values.sort === "distance" ? { sort: null } : {};
    void setQuery({ ...cleaned, ...sort, pages: null });
  };
  const clear = () => void setQuery(null);
  const count = Object.entries(values).filter(
    ([name, value]) => value && name !== "sort" && name !== "q" && name !== "currency",
  ).length;
  return { values, change, clear, count, pending };
}
