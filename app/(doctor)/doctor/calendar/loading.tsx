import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-6 h-8 w-64 max-w-full" />
      <Skeleton className="mb-4 h-10" />
      <Skeleton className="h-[36rem]" />
    </div>
  );
}
