import { cn } from "./cn";

/** A quiet block in the shape of the content to come. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cn("h-4 animate-breathe rounded-md bg-ink/8 motion-reduce:animate-none", className)} />
  );
}
