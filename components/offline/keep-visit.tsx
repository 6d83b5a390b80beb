"use client";
import { useEffect } from "react";
import { keepVisit, type KeptVisit } from "./kept-visit";

/** On every page of the patient's portal: the device keeps the next appointment as the server knows it now. */
export function KeepVisit({ visit }: { visit: KeptVisit | null }) {
  useEffect(() => keepVisit(visit), [visit]);
  return null;
}
