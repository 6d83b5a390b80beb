import { Skeleton } from "@/components/ui/skeleton";
import { ListSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <>
      <ListSkeleton header count={3} />
      <div aria-hidden className="mt-8 grid grid-cols-2 gap-3 lg:grid-cols-3">
        {["visits", "beds", "ambulances", "people", "accounts", "messages"].map((tile) => (
          <Skeleton key={tile} className="h-24 rounded-lg" />
        ))}
      </div>
    </>
  );
}
