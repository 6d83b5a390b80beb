import { TimelineSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return <TimelineSkeleton header />;
}
