import { cn } from "@/components/ui/cn";

/** The mark: an open ring, and the plus that closes it. Same drawing as app/icon.svg. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" fill="none" className={cn("size-8 shrink-0", className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path d="M21.2 9.7A8.2 8.2 0 1 0 21.2 22.3" strokeWidth="3.2" strokeLinecap="round" className="stroke-accent-ink" />
      <path d="M21 12.2v7.6M17.2 16h7.6" strokeWidth="3.2" strokeLinecap="round" className="stroke-accent-ink" />
    </svg>
  );
}

/** Mark and name. */
export function Brand({ className, suffix }: { className?: string; suffix?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2.5", className)}>
      <BrandMark />
      <span className="flex flex-col leading-none">
        <span className="text-[1.125rem] font-bold tracking-tight">CareSync</span>
        {suffix ? <span className="mt-1 text-xs font-medium text-quiet">{suffix}</span> : null}
      </span>
    </span>
  );
}
