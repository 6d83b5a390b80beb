"use client";
import { useLiveRefresh } from "@/components/realtime/use-live-refresh";

/**
 * Reads the page again when something happens to this account: a session that was ended elsewhere (suspension, new
 * password, «sign out everywhere») then finds itself before the sign-in page at once.
 */
export function SessionWatch({ userId }: { userId: string }) {
  useLiveRefresh([`private-user-${userId}`]);
  return null;
}
