import { Skeleton } from "@/components/ui/skeleton";

/** A page with a sheet of paper on it, while it is loading. */
export function SheetSkeleton() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-24" />
      <Skeleton className="mb-6 h-8 w-56 max-w-full" />
      <Skeleton className="mx-auto h-[36rem] max-w-3xl" />
    </>
  );
}
