"use client";
import { useEffect } from "react";

/** Scrolls to the part that the address names, on pages still loading when the router looks for it. */
export function ScrollToHash() {
  useEffect(() => {
    if (window.location.hash.length > 1) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return null;
}
