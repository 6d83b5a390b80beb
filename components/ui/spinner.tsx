import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** A spinner. It is silent: the busy control says so with `aria-busy`. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn("size-4 shrink-0 animate-spin", className)} />;
}
