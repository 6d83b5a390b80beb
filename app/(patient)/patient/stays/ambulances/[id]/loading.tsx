import { FollowedCallSkeleton } from "@/components/ambulances/followed-call-skeleton";

export default function Loading() {
  return <FollowedCallSkeleton />;
}
