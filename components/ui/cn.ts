import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { shadow: ["raised"], animate: ["fade-in", "fade-out", "rise-in", "breathe"] } },
});

/** Joins class names; of two that conflict the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
