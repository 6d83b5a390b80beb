import { ListSkeleton } from "@/components/ui/skeleton-patterns";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-40" />
      <Skeleton className="mb-6 h-8 w-80 max-w-full" />
      <div aria-hidden className="mb-8 grid gap-5 rounded-lg border border-line bg-surface p-6">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="w-3/5" />
        <Skeleton className="w-2/5" />
        <Skeleton className="w-1/2" />
        <Skeleton className="h-10 w-48" />
      </div>
      <ListSkeleton count={3} />
    </>
  );
}
