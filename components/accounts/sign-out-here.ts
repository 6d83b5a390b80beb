import { unstable_rethrow } from "next/navigation";
import { keepVisit } from "@/components/offline/kept-visit";
import { writeMark } from "@/components/push/browser-push";
import { signOutAction } from "@/lib/domain/accounts/actions";
import { blockers } from "@/lib/platform/http/browser/blocker";

/**
 * Signs this page's person out, with what the device keeps of them. What the page still asks the server meanwhile doesn't ask
 * them to sign in again.
 */
export async function signOutHere(): Promise<void> {
  blockers.leave();
  keepVisit(null);
  writeMark(null);
  try {
    await signOutAction();
  } catch (error) {
    unstable_rethrow(error);
    blockers.stay();
    throw error;
  }
}
