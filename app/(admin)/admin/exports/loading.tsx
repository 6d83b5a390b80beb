import { CardsSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return <CardsSkeleton header count={2} />;
}
