import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2 h-4 w-56" />
      <Skeleton className="mb-6 h-8 w-96 max-w-full" />
      <Skeleton className="mb-5 h-9 w-80 max-w-full rounded-full" />
      <div aria-hidden className="grid gap-4 xl:grid-cols-2">
        {["beds", "stays", "calls", "visits", "waits"].map((plot, index) => (
          <Skeleton key={plot} className={index === 0 ? "h-80 rounded-lg xl:col-span-2" : "h-80 rounded-lg"} />
        ))}
      </div>
    </div>
  );
}
