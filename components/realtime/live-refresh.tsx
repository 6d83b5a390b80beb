import { pagePosition } from "@/lib/platform/page-notes/page-position";
import { FollowChannels } from "./follow-channels";

/** `useLiveRefresh` for server components: `<LiveRefresh channels={["doctor-…"]} />` anywhere on the page. */
export function LiveRefresh({ channels, secret }: { channels: readonly string[]; secret?: string }) {
  return <FollowChannels channels={channels} secret={secret} since={pagePosition()} />;
}
