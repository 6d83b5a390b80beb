import type { Metadata } from "next";
import { ownCall } from "@/app/(patient)/patient/stays/ambulances/own-call";
import { CancelCall } from "@/components/ambulances/cancel-call";
import { FollowedCall, headlineOf } from "@/components/ambulances/followed-call";
import { PollRefresh } from "@/components/realtime/poll-refresh";
import { ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";
import { isOver } from "@/lib/domain/ambulances/status";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: headlineOf(await ownCall((await params).id)) };
}

export default async function CallPage({ params }: Props) {
  const call = await ownCall((await params).id);
  return (
    <div className="max-w-xl">
      {isOver(call.status) ? null : <PollRefresh />}
      <FollowedCall
        call={call}
        stepActors={call.stepActors}
        asOf={new Date().toISOString()}
        escalationMinutes={ESCALATION_MINUTES}
        back={{ href: routes.patient.stays(), label: "Stays and ambulances" }}
        cancel={call.canCancel ? <CancelCall by={{ id: call.id, version: call.version }} /> : null}
      />
    </div>
  );
}
