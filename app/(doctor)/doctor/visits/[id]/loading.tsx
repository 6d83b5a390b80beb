import { Skeleton } from "@/components/ui/skeleton";
import { FormSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-24" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <div className="grid gap-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <Skeleton className="h-72" />
        <FormSkeleton count={5} />
      </div>
    </>
  );
}
