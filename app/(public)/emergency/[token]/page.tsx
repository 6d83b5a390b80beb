import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { CancelCall } from "@/components/ambulances/cancel-call";
import { FollowedCall, headlineOf } from "@/components/ambulances/followed-call";
import { ReloadWithoutScript } from "@/components/ambulances/reload-without-script";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { PollRefresh } from "@/components/realtime/poll-refresh";
import { ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";
import { isOver } from "@/lib/domain/ambulances/status";
import { getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";

type Props = { params: Promise<{ token: string }> };

const load = cache((token: string) => orNotFound(getTrackedCall(token)));

// The address is the key to the call: it must not leave in a Referer header, nor be indexed, nor shared by preview.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const call = await load((await params).token);
  return { title: headlineOf(call), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function CallPage({ params }: Props) {
  const { token } = await params;
  const [call, sent] = await Promise.all([load(token), headers()]);
  const isOpen = !isOver(call.status);
  return (
    <div className="mx-auto max-w-xl px-4 pt-6 sm:px-6">
      {isOpen ? <LiveRefresh channels={[`private-call-${call.id}`]} secret={token} /> : null}
      {isOpen ? <PollRefresh /> : null}
      {isOpen ? <ReloadWithoutScript nonce={sent.get("x-nonce") ?? undefined} /> : null}
      <FollowedCall
        call={call}
        asOf={new Date().toISOString()}
        escalationMinutes={ESCALATION_MINUTES}
        cancel={call.canCancel ? <CancelCall by={{ token }} /> : null}
      />
    </div>
  );
}
