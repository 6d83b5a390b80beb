import { Skeleton } from "@/components/ui/skeleton";

export function FollowedCallSkeleton() {
  return (
    <div role="status" className="max-w-xl">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2 h-4 w-32" />
      <Skeleton className="mb-6 h-8 w-80 max-w-full" />
      <div className="mb-8 grid gap-4 rounded-lg border border-line bg-surface p-5">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="w-4/5" />
        <Skeleton className="h-14" />
      </div>
      <div className="grid gap-4 rounded-lg border border-line bg-surface p-5">
        {["asked", "assigned", "way", "there"].map((step) => (
          <Skeleton key={step} className="w-3/5" />
        ))}
      </div>
    </div>
  );
}
