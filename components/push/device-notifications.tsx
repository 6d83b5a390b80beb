"use client";
import { BellOff, BellRing, Smartphone } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { sendTestPushAction } from "@/lib/domain/push/actions";
import type { Subscription, TestResult } from "@/lib/domain/push/schema";
import { OtherDevices } from "./other-devices";
import { useDevice, type Device, type DeviceState } from "./use-device";

export type DeviceNotificationsProps = {
  userId: string;
  session: string;
  build: string;
  publicKey: string;
  items: readonly Subscription[];
};

const WORDS: Record<DeviceState, { title: string; text: string }> = {
  asking: { title: "Checking this browser", text: "One moment." },
  unsupported: {
    title: "This browser can't show notifications",
    text: "Use a current browser, and not a private window.",
  },
  install: {
    title: "Add CareSync to your home screen first",
    text: "Open the share menu, choose “Add to Home Screen”, and open CareSync from there. Then turn notifications on here.",
  },
  blocked: {
    title: "Notifications are blocked in this browser",
    text: "Allow notifications for this site in your browser's settings, then reload this page.",
  },
  off: {
    title: "Notifications are off",
    text: "Hear about changes even when CareSync is closed. A notification never names an illness, a doctor or a person.",
  },
  on: {
    title: "Notifications are on",
    text: "You hear about changes even when CareSync is closed, until you sign out here.",
  },
};

/** Whether this device shows notifications, a way to try it out, and the account's other devices. */
export function DeviceNotifications(props: DeviceNotificationsProps) {
  const device = useDevice(props);
  const others = props.items.filter(({ id }) => id !== device.id);
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <span
          aria-hidden
          className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5"
        >
          {device.state === "on" ? <BellRing /> : device.state === "install" ? <Smartphone /> : <BellOff />}
        </span>
        {/* As much room as the longest text takes: nothing below moves when the browser has answered. */}
        <div role="status" className="min-h-16 min-w-0 flex-[1_1_16rem]">
          <p className="font-semibold">{WORDS[device.state].title}</p>
          <p className="text-sm text-quiet">{WORDS[device.state].text}</p>
        </div>
        <Choices device={device} />
      </div>
      {others.length > 0 ? <OtherDevices items={others} /> : null}
    </Card>
  );
}

function Choices({ device: { state, id, turnOn, turnOff } }: { device: Device }) {
  const [isPending, startTransition] = useTransition();
  const change = (run: () => Promise<string | null>, done: string) =>
    startTransition(async () => {
      const fault = await run();
      if (fault !== null) toast.error(fault);
      else if (done !== "") toast.success(done);
    });
  if (state === "off")
    return (
      <Button pending={isPending} onClick={() => change(turnOn, "")}>
        Turn on
      </Button>
    );
  if (state !== "on" || id === null) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <TestButton id={id} />
      <Button
        variant="quiet"
        pending={isPending}
        onClick={() => change(turnOff, "Notifications are off on this device.")}
      >
        Turn off
      </Button>
    </div>
  );
}

const RESULTS: Record<TestResult["result"], string> = {
  accepted: "Sent. It should appear in a few seconds.",
  later: "The notification service isn't answering. Try again in a few minutes.",
  gone: "This browser no longer receives notifications. Turn them off and on again.",
  refused: "The notification service refused it. Turn notifications off and on again.",
};

function TestButton({ id }: { id: string }) {
  const [isPending, startTransition] = useTransition();
  const test = () =>
    startTransition(async () => {
      const answer = await sendTestPushAction({ id });
      if (!answer.ok) toast.error(answer.error.message);
      else if (answer.data.result === "accepted") toast.success(RESULTS.accepted);
      else toast.error(RESULTS[answer.data.result]);
    });
  return (
    <Button variant="secondary" pending={isPending} onClick={test}>
      Send a test notification
    </Button>
  );
}
