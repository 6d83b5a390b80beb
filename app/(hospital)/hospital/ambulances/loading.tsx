import { Skeleton } from "@/components/ui/skeleton";
import { ListSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-56" />
      <Skeleton className="mb-6 h-8 w-96 max-w-full" />
      <div aria-hidden className="mb-8 grid gap-3 lg:grid-cols-2">
        <Skeleton className="h-56 rounded-lg" />
        <Skeleton className="h-56 rounded-lg" />
      </div>
      <ListSkeleton count={4} />
    </>
  );
}
