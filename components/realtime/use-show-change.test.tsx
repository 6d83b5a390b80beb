import { act, render } from "@testing-library/react";
import { useEffect } from "react";
import { describe, expect, it, vi } from "vitest";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { refresh, tab } from "@/tests/support/realtime/fake-browser";
import { Live, Page, connect, event, gather, openTabPerTest, pass, say } from "@/tests/support/realtime/live-page";
import { useShowChange } from "./use-show-change";

vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
openTabPerTest();

describe("a change made on the page", () => {
  type Show = ReturnType<typeof useShowChange>;
  let show: Show;
  const give = (given: Show) => void (show = given);
  function Maker({ onShow }: { onShow: (show: Show) => void }) {
    const own = useShowChange();
    useEffect(() => onShow(own));
    return null;
  }
  /** The answer of an action that recorded these events; tells whether the page shows it. */
  async function answer(events: SpineEvent[]) {
    const state = { isShown: false };
    await act(async () => {
      void show({ ok: true, data: null, events: events.map(({ id }) => id) }).then(() => (state.isShown = true));
    });
    return state;
  }
  async function open() {
    render(
      <Page>
        <Live channels={["private-hospital-1"]} />
        <Maker onShow={give} />
      </Page>,
    );
    await connect("private-hospital-1");
  }

  it("refreshes once when its event comes after the answer", async () => {
    await open();
    const own = event(1);
    const state = await answer([own]);
    await pass(200);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([0, false]);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(5_000);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([1, true]);
  });

  it("refreshes once when its event came before the answer, and nothing keeps waiting", async () => {
    await open();
    const own = event(1);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(300);
    const state = await answer([event(7), own]);
    expect(state.isShown).toBe(true);
    await pass(5_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("refreshes once when its events arrive one by one, before the answer or after it", async () => {
    await open();
    const [first, second, third, fourth] = [event(1), event(2), event(3), event(4)];
    say("private-hospital-1", "ambulance-booking.dispatched", first);
    await pass(40);
    say("private-hospital-1", "capacity.changed", second);
    const before = await answer([first, second]);
    await pass(5_000);
    expect([refresh.mock.calls.length, before.isShown]).toEqual([1, true]);
    const after = await answer([third, fourth]);
    say("private-hospital-1", "ambulance-booking.dispatched", third);
    await pass(40);
    say("private-hospital-1", "capacity.changed", fourth);
    await pass(5_000);
    expect([refresh.mock.calls.length, after.isShown]).toEqual([2, true]);
  });

  it("refreshes again when something else happened in between", async () => {
    await open();
    const [own, other, second] = [event(1), event(2), event(3)];
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(40);
    say("private-hospital-1", "capacity.changed", other);
    say("private-hospital-1", "capacity.changed", second);
    await answer([own, second]);
    await pass(5_000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is not considered shown because of another change's event", async () => {
    await open();
    say("private-hospital-1", "ambulance-booking.dispatched", event(1));
    await pass(300);
    const own = event(2);
    const state = await answer([own]);
    expect(state.isShown).toBe(false);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(5_000);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([2, true]);
  });

  it("refreshes at once when it recorded nothing or was refused, and within a second when its event isn't received", async () => {
    await open();
    await answer([]);
    await gather();
    expect(refresh).toHaveBeenCalledTimes(1);
    void show({ ok: false, error: { code: "version-mismatch", message: "", requestId: "" } });
    await pass(500);
    expect(refresh).toHaveBeenCalledTimes(2);
    const state = await answer([event(3)]);
    await pass(900);
    expect(refresh).toHaveBeenCalledTimes(2);
    await pass(200);
    expect([refresh.mock.calls.length, state.isShown]).toEqual([3, true]);
  });

  it("refreshes no second time when its event comes after that second, but for the next change and for a gap", async () => {
    await open();
    const own = event(1);
    await answer([own]);
    await pass(1_100);
    expect(refresh).toHaveBeenCalledTimes(1);
    say("private-hospital-1", "ambulance-booking.dispatched", own);
    await pass(5_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    say("private-hospital-1", "ambulance-booking.dispatched", event(2));
    await pass(300);
    expect(refresh).toHaveBeenCalledTimes(2);
    const late = event(5);
    await answer([late]);
    await pass(1_100);
    say("private-hospital-1", "ambulance-booking.dispatched", late);
    await pass(300);
    expect(refresh).toHaveBeenCalledTimes(4);
  });

  it("refreshes at once while offline, and where nothing is live", async () => {
    await open();
    act(() => tab.connection.become("unavailable"));
    await answer([event(1)]);
    await gather();
    expect(refresh).toHaveBeenCalledTimes(1);
    render(<Maker onShow={give} />);
    await answer([event(2)]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
