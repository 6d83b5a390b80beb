import { ListSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return <ListSkeleton header count={6} />;
}
