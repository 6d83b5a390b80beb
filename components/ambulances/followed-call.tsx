import { Building2, Phone } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Elapsed } from "@/components/ui/elapsed";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneNumber } from "@/components/ui/phone-number";
import { Section } from "@/components/ui/section";
import { CALLER_LABELS, EMERGENCY_NUMBER, KIND_LABELS } from "@/lib/domain/ambulances/format";
import type { TrackedCall } from "@/lib/domain/ambulances/schema";
import { isOver } from "@/lib/domain/ambulances/status";
import { telHref, showPhone } from "@/lib/platform/text/phone";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { bedSentence } from "./bed-words";
import { CallSteps, type StepActors } from "./call-steps";

export type FollowedCallProps = {
  call: TrackedCall;
  /** When it was read, ISO. */
  asOf: string;
  back?: { href: Route; label: string };
  /** After this long without an answer the next hospital is asked as well. */
  escalationMinutes: number;
  /** Who took each step, for readers who may know. */
  stepActors?: StepActors;
  /** The button to cancel it, where possible. */
  cancel: ReactNode;
};

/** A call as its caller follows it: the current state first, then who to phone, then the history. */
export function FollowedCall({ call, asOf, escalationMinutes, back, stepActors, cancel }: FollowedCallProps) {
  return (
    <>
      <PageHeader
        {...(back ? { back } : {})}
        eyebrow={
          <>
            Requested at <LocalTime instant={call.createdAt} style="time" />
          </>
        }
        title={headlineOf(call)}
      />
      <LiveRegion>{headlineOf(call)}</LiveRegion>
      <div className="grid grid-cols-1 gap-4">
        {call.advice ? <Advice text={call.advice} /> : null}
        <NowCard call={call} asOf={asOf} escalationMinutes={escalationMinutes} />
        <Section title="Status" className="mt-4">
          <Card>
            <CallSteps call={call} {...(stepActors ? { stepActors } : {})} />
          </Card>
        </Section>
        <WhatElse call={call} cancel={cancel} />
      </div>
    </>
  );
}

/** Describes the call in a few words; never says that a hospital is being asked when none is. */
export function headlineOf({ status, hospitalsAsked }: Pick<TrackedCall, "status" | "hospitalsAsked">): string {
  return status === "REQUESTED" && hospitalsAsked === 0 ? "No ambulance near you is free" : CALLER_LABELS[status];
}

function Advice({ text }: { text: string }) {
  return (
    <FormMessage title={text}>
      <EmergencyButton />
    </FormMessage>
  );
}

function EmergencyButton() {
  return (
    <Button asChild variant="danger" size="lg" className="mt-2">
      <a href={telHref(EMERGENCY_NUMBER)}>
        <Phone aria-hidden /> Call {EMERGENCY_NUMBER}
      </a>
    </Button>
  );
}

type WaitingProps = Pick<FollowedCallProps, "call" | "asOf" | "escalationMinutes">;

/** Who is asked or on the way, and how to reach them. */
function NowCard({ call, asOf, escalationMinutes }: WaitingProps) {
  const { status, hospital, vehicle, callbackCode } = call;
  return (
    <Card className="grid grid-cols-1 gap-4">
      {status === "REQUESTED" ? <Waiting call={call} asOf={asOf} escalationMinutes={escalationMinutes} /> : null}
      {callbackCode ? (
        <div className="rounded-md bg-accent-soft p-4">
          <p className="text-sm">The hospital will ring you back. Give them this code:</p>
          <p className="mt-1 text-4xl font-semibold tracking-[0.2em] tabular">{callbackCode}</p>
        </div>
      ) : null}
      {vehicle ? (
        <>
          <div>
            <p className="text-lg font-semibold">{vehicle.registration}</p>
            <p className="text-sm text-quiet">{KIND_LABELS[vehicle.kind]}</p>
          </div>
          <Button asChild size="lg" block className="h-auto min-h-14 px-3 py-2 text-lg whitespace-normal">
            <a href={telHref(vehicle.crewPhone)}>
              <Phone aria-hidden />
              <span className="min-w-0">
                Call the crew: <span className="whitespace-nowrap tabular">{showPhone(vehicle.crewPhone)}</span>
              </span>
            </a>
          </Button>
        </>
      ) : null}
      {hospital ? (
        <p className="flex items-start gap-3 text-sm">
          <Building2 aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
          <span>
            <Link href={routes.hospitals.profile(hospital.slug)} className="touch-target font-semibold hover:underline">
              {hospital.name}
            </Link>
            {hospital.phone ? (
              <PhoneNumber phone={hospital.phone} className="touch-target block text-accent tabular hover:underline" />
            ) : null}
          </span>
        </p>
      ) : null}
      {call.statusReason ? <p className="text-sm">Reason: {call.statusReason}</p> : null}
      {call.bed ? <p className="text-sm text-quiet">{bedSentence(call.bed.status)}</p> : null}
      {isOver(status) && status !== "COMPLETED" ? (
        <Button asChild variant="secondary">
          <Link href={routes.emergency.request()}>Request again</Link>
        </Button>
      ) : null}
    </Card>
  );
}

function Waiting({ call: { createdAt, hospitalsAsked }, asOf, escalationMinutes }: WaitingProps) {
  return (
    <div>
      <p className="text-lg">
        Waiting for <Elapsed since={createdAt} serverNow={asOf} urgentSeconds={escalationMinutes * 60} />
      </p>
      <p className="text-sm text-quiet">
        {hospitalsAsked === 0
          ? "No hospital is being asked right now. We'll ask as soon as an ambulance near you is free."
          : `${askedText(hospitalsAsked)} No ambulance has been confirmed yet. After ${escalationMinutes} minutes without an answer the next nearest hospital is asked as well.`}
      </p>
    </div>
  );
}

const askedText = (count: number) =>
  counted(count, "hospital can see your request.", "hospitals can see your request.");

function WhatElse({ call, cancel }: { call: TrackedCall; cancel: ReactNode }) {
  if (isOver(call.status)) return null;
  return (
    <Section title="If it gets worse, or nothing happens" className="mt-4">
      <p className="text-sm">
        Don&apos;t wait for this page. Call the emergency number and say that you have requested an ambulance.
      </p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        {call.advice ? null : <EmergencyButton />}
        {cancel}
      </div>
    </Section>
  );
}
