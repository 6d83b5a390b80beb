import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { CancelCall } from "@/components/ambulances/cancel-call";
import { FollowedCall, headlineOf } from "@/components/ambulances/followed-call";
import { PollRefresh } from "@/components/realtime/poll-refresh";
import { ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";
import { isOver } from "@/lib/domain/ambulances/status";
import { loadOwnCall } from "@/lib/domain/ambulances/track-call";
import { requirePageActor } from "@/lib/platform/auth/session";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/platform/http/text";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => {
  const actor = await requirePageActor(`/patient/stays/ambulances/${id}`);
  if (!isUuid(id)) notFound();
  return orNotFound(loadOwnCall(actor, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: headlineOf(await load((await params).id)) };
}

export default async function CallPage({ params }: Props) {
  const call = await load((await params).id);
  return (
    <div className="max-w-xl">
      {isOver(call.status) ? null : <PollRefresh />}
      <FollowedCall
        call={call}
        asOf={new Date().toISOString()}
        escalationMinutes={ESCALATION_MINUTES}
        back={{ href: "/patient/stays", label: "Stays and ambulances" }}
        cancel={call.canCancel ? <CancelCall by={{ id: call.id, version: call.version }} /> : null}
      />
    </div>
  );
}
