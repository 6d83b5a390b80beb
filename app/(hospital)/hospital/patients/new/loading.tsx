import { FormSkeleton } from "@/components/ui/skeleton-patterns";

export default function Loading() {
  return <FormSkeleton header count={4} />;
}
