"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { BED_CONDITIONS, WARD_KINDS } from "@/lib/domain/beds/status";
import type { BoardFilter } from "./board-rules";

const PARSERS = {
  ward: parseAsString,
  kind: parseAsStringLiteral(WARD_KINDS),
  condition: parseAsStringLiteral(BED_CONDITIONS),
};

/** The board's filters, kept in its address. The board has every bed already, so a change needs no request. */
export function useBoardFilter() {
  const [filter, setQuery] = useQueryStates(PARSERS, { shallow: true, history: "replace", scroll: false });
  const change = (changes: Partial<BoardFilter>) => void setQuery(changes);
  const clear = () => void setQuery(null);
  return { filter, change, clear, isFiltered: Object.values(filter).some((value) => value !== null) };
}
