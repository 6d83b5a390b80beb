import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { PublishButton } from "./publish-button";

const publish = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/announcements/actions", () => ({ publishAnnouncementAction: publish }));
vi.mock("@/components/realtime/use-show-change", () => ({ useShowChange: () => async () => undefined }));
beforeEach(() => publish.mockReset());

it("publishes at once for everyone, keeps what was typed when it is refused, and closes once it is done", async () => {
  const message = "Enter a text";
  const fields = [{ path: "text", message }];
  publish.mockResolvedValueOnce({ ok: false, error: { code: "invalid", message, requestId: "r", fields } });
  render(<PublishButton asOf="2030-05-10T07:40:00Z" />);
  await userEvent.click(screen.getByRole("button", { name: "Write an announcement" }));
  await userEvent.type(screen.getByRole("textbox", { name: /Text/ }), "The phones are down.");
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  expect(await screen.findByText(message)).toBeInTheDocument();
  publish.mockResolvedValueOnce({ ok: true, data: {} });
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(publish).toHaveBeenLastCalledWith({
    ...{ text: "The phones are down.", level: "INFO", audience: "EVERYONE", endsAt: null, maintenance: null },
  });
});

it("announces planned maintenance for a day ahead by default", async () => {
  publish.mockResolvedValueOnce({ ok: true, data: {} });
  render(<PublishButton asOf="2030-05-10T07:40:00Z" />);
  await userEvent.click(screen.getByRole("button", { name: "Write an announcement" }));
  await userEvent.type(screen.getByRole("textbox", { name: /Text/ }), "Booking pauses.");
  await userEvent.click(screen.getByRole("radio", { name: "Warning" }));
  await userEvent.click(screen.getByRole("radio", { name: "Planned maintenance" }));
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  await waitFor(() => expect(publish).toHaveBeenCalled());
  expect(publish.mock.calls[0]?.[0]).toMatchObject({
    level: "WARNING",
    maintenance: { from: "2030-05-11T08:00:00Z", until: "2030-05-11T09:00:00Z" },
  });
});
