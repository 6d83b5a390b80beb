import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" className="grid max-w-xl gap-8">
      <span className="sr-only">Loading…</span>
      <div className="grid gap-2.5">
        <Skeleton className="h-8 w-64 max-w-full" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      {["Time zone rules", "Pending work"].map((part) => (
        <div key={part} className="grid gap-3">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="w-72 max-w-full" />
        </div>
      ))}
    </div>
  );
}
