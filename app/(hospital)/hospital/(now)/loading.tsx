import { Skeleton } from "@/components/ui/skeleton";
import { ListSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-56" />
      <Skeleton className="mb-6 h-8 w-96 max-w-full" />
      <div aria-hidden className="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-4">
        {["waiting", "arriving", "requests", "rebooking"].map((tile) => (
          <Skeleton key={tile} className="h-28 rounded-lg" />
        ))}
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <ListSkeleton count={3} />
        <ListSkeleton count={4} />
      </div>
    </>
  );
}
