import { CardsSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <CardsSkeleton count={6} header />
    </div>
  );
}
