import { POST as join } from "@/app/api/realtime/auth/route";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { createHospital, createStaff } from "../support/factories";
import { signedIn } from "../support/sessions";
import type { RawClient } from "./channels-harness";

const ORIGIN = "http://localhost:3000";

type Proof = { auth: string; signIn: { auth: string; user_data: string } };

/** Asks for a channel as the owner of a session cookie; the last of the body is sent after `meanwhile`. */
export async function ask(
  cookie: string,
  socketId: string,
  channel: string,
  meanwhile?: () => Promise<void>,
): Promise<{ status: number; body: Proof }> {
  const bytes = new TextEncoder().encode(JSON.stringify({ socket_id: socketId, channel_name: channel }));
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(bytes.subarray(0, -1));
    await meanwhile?.();
    controller.enqueue(bytes.subarray(-1));
    controller.close();
  };
  // Not asked for before it is read, which is after the session.
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", cookie: `${cookieName("session")}=${cookie}`, origin: ORIGIN },
    body,
    duplex: "half",
  };
  const answer = await join(new Request(`${ORIGIN}/api/realtime/auth`, init));
  return { status: answer.status, body: (await answer.json()) as Proof };
}

/** A hospital with a manager and a coordinator, its channel, and the coordinator's cookie. */
export async function hospitalWithTwo() {
  const hospital = await createHospital();
  const [manager, coordinator] = [
    await createStaff(hospital.id, "MANAGER"),
    await createStaff(hospital.id, "COORDINATOR"),
  ];
  const channel = `private-hospital-${hospital.id}`;
  return { hospital, manager, coordinator, channel, cookie: await signedIn(coordinator.user) };
}

/** Publishes an event on the hospital's channel. */
export const happen = (hospitalId: string) =>
  inTransaction(SYSTEM_ACTOR, (tx) => recordChange(tx, SYSTEM_ACTOR, null, [capacityChanged(hospitalId)]));

export const closedWithin = (socket: RawClient, ms: number) =>
  Promise.race([socket.closed, new Promise<string>((resolve) => setTimeout(() => resolve("still open"), ms))]);
