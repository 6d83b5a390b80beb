"use client";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

/** The bed whose sheet is open: initially, or when one is chosen in the palette, the address's. */
export function useOpenBed() {
  const asked = useSearchParams().get("bed") ?? undefined;
  const [seen, setSeen] = useState(asked);
  const [openId, setOpenId] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    setOpenId(asked);
  }
  return [openId, setOpenId] as const;
}
