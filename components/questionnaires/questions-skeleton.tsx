import { Skeleton } from "@/components/ui/skeleton";
import { FormSkeleton } from "@/components/ui/skeleton-patterns";

/** The way back, the title, and questions one below the other. */
export function QuestionsSkeleton() {
  return (
    <div className="max-w-2xl">
      <Skeleton className="mb-3 h-4 w-20" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <FormSkeleton count={5} />
    </div>
  );
}
