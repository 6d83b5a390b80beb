import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-6 h-8 w-80 max-w-full" />
      <Skeleton className="mb-6 h-8 w-40 rounded-full" />
      <Skeleton className="mb-4 h-44 rounded-lg" />
      <Skeleton className="h-44 rounded-lg" />
    </div>
  );
}
