import { ListSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <div className="mx-auto max-w-3xl px-4 pt-8 sm:px-6">
      <ListSkeleton header count={4} />
    </div>
  );
}
