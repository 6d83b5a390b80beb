import { cn } from "@/components/ui/cn";

/** The mark: two arcs that follow each other around a cross. Same drawing as app/icon.svg. */
function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" fill="none" className={cn("size-8 shrink-0", className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M12.2 7.6A9.2 9.2 0 0 1 24.6 19.4M19.8 24.4A9.2 9.2 0 0 1 7.4 12.6"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
      <path d="M16 12.2v7.6M12.2 16h7.6" strokeWidth="2.9" strokeLinecap="round" className="stroke-accent-ink" />
    </svg>
  );
}

/** Mark and name. */
export function Brand({ className, suffix }: { className?: string; suffix?: string }) {
  return (
    <span className={cn("flex w-fit items-center gap-2.5", className)}>
      <BrandMark />
      <span className="flex flex-col leading-none">
        <span className="text-[1.125rem] font-bold tracking-tight">CareSync</span>
        {suffix ? <span className="mt-1.5 text-xs leading-none font-medium text-quiet">{suffix}</span> : null}
      </span>
    </span>
  );
}
