import { FollowedCallSkeleton } from "@/components/ambulances/followed-call-skeleton";

export default function Loading() {
  return (
    <div className="mx-auto max-w-xl px-4 pt-6 sm:px-6">
      <FollowedCallSkeleton />
    </div>
  );
}
