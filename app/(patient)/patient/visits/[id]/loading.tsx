import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-3 h-4 w-20" />
      <Skeleton className="mb-6 h-8 w-80 max-w-full" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5 rounded-lg border border-line bg-surface p-6">
          <Skeleton className="h-6 w-28 rounded-full" />
          <Skeleton className="w-3/5" />
          <Skeleton className="w-2/5" />
          <Skeleton className="w-1/2" />
          <Skeleton className="h-10 w-56" />
        </div>
        <div className="grid gap-4 rounded-lg border border-line bg-surface p-6">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-2/3" />
        </div>
      </div>
    </div>
  );
}
