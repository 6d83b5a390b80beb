import { Skeleton } from "@/components/ui/skeleton";

const DAYS = Array.from({ length: 14 }, (_, index) => index);

export default function Loading() {
  return (
    <div role="status" className="max-w-2xl">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-3 h-4 w-20" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <div className="grid grid-cols-4 gap-1.5 sm:grid-cols-7">
        {DAYS.map((day) => (
          <Skeleton key={day} className="h-19" />
        ))}
      </div>
    </div>
  );
}
