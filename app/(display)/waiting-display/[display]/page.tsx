import type { Metadata } from "next";
import { DisplayBoard } from "@/components/displays/display-board";
import { NoDisplay } from "@/components/displays/open-display";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { InZone } from "@/components/ui/reader";
import { displayCookies } from "@/lib/actor/kept-secrets";
import { loadBoard } from "@/lib/domain/displays/load-board";
import { findOpenDisplay } from "@/lib/domain/displays/queries";

export const metadata: Metadata = {
  title: "Waiting room",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function DisplayPage({ params }: { params: Promise<{ display: string }> }) {
  const { display: id } = await params;
  const secretOf = await displayCookies.read();
  const display = await findOpenDisplay(secretOf(id));
  if (display?.id !== id) return <NothingShown />;
  const { name, placeName, timeZone, speaks, channelKey } = display;
  const board = await loadBoard(display, new Date());
  return (
    <InZone timeZone={timeZone}>
      <LiveRefresh channels={[`private-display-${id}`]} secret={channelKey} />
      <DisplayBoard board={board} title={[placeName, name].filter(Boolean).join(" · ")} speaks={speaks} />
    </InZone>
  );
}

function NothingShown() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 p-6 pt-16">
      <h1 className="text-3xl">Waiting room</h1>
      <NoDisplay />
    </div>
  );
}
