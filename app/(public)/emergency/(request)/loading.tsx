import { FormSkeleton } from "@/components/ui/skeleton-patterns";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-4 sm:px-6 sm:pt-8 lg:px-8">
      <Skeleton className="mb-4 h-32 max-w-2xl rounded-lg" />
      <Skeleton className="mb-6 h-8 w-64" />
      <FormSkeleton count={5} />
    </div>
  );
}
