import { DetailSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return <DetailSkeleton />;
}
