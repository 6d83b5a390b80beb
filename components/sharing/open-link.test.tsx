import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { OpenLink } from "./open-link";
import { UntilOver } from "./until-over";

const actions = vi.hoisted(() => ({
  getLinkCoverAction: vi.fn<(wanted: object) => Promise<object>>(),
  openLinkAction: vi.fn<(wanted: object) => Promise<object>>(),
}));
const router = vi.hoisted(() => ({ replace: vi.fn(), refresh: vi.fn() }));
vi.mock("@/lib/domain/sharing/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => router, unstable_rethrow: () => undefined }));

const TOKEN = "t".repeat(43);
const COVER = {
  parts: ["ALLERGIES", "MEDICINES"],
  state: "ACTIVE",
  expiresAt: "2190-01-31T12:00:00.000Z",
  hasPasscode: false,
  wasRevoked: false,
  isForOneDevice: true,
  isUsedUp: false,
  openHere: null,
};
const failed = (code: string, fields?: object[]) => ({
  ok: false,
  error: { code, message: "Refused", requestId: "r", ...(fields ? { fields } : {}) },
});

async function show(cover: object) {
  actions.getLinkCoverAction.mockResolvedValue({ ok: true, data: { ...COVER, ...cover } });
  await act(async () => render(<OpenLink />));
}

beforeEach(() => {
  window.location.hash = TOKEN;
  router.replace.mockReset();
  actions.openLinkAction.mockReset().mockResolvedValue({ ok: true, data: { id: "a-link" } });
});

it("says what a link opens and opens it only when asked, in place of the address with the secret", async () => {
  await show({});
  expect(actions.getLinkCoverAction).toHaveBeenLastCalledWith({ token: TOKEN });
  expect(screen.getByText("allergies and medicines")).toBeVisible();
  expect(actions.openLinkAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Open the record" }));
  expect(actions.openLinkAction).toHaveBeenCalledWith({ token: TOKEN });
  expect(router.replace).toHaveBeenCalledWith("/shared-record/a-link");
});

it("asks for the passcode, and says that it was wrong", async () => {
  await show({ hasPasscode: true });
  actions.openLinkAction.mockResolvedValue(
    failed("invalid", [{ path: "passcode", message: "That isn't the passcode" }]),
  );
  await userEvent.type(screen.getByRole("textbox", { name: "Passcode" }), "red heron{Enter}");
  expect(actions.openLinkAction).toHaveBeenCalledWith({ token: TOKEN, passcode: "red heron" });
  expect(screen.getByRole("textbox")).toHaveAccessibleDescription(/That isn't the passcode/);
});

it.each([
  [{ state: "ENDED", wasRevoked: true }, "This link was ended"],
  [{ state: "ENDED" }, "This link has expired"],
  [{ isUsedUp: true }, "This link was opened on another device"],
  [{ isUsedUp: true, isForOneDevice: false }, "This link was opened on other devices"],
])("says why a link opens nothing: %o", async (cover, title) => {
  await show(cover);
  expect(screen.getByRole("heading")).toHaveTextContent(title);
  expect(screen.queryByRole("button")).toBeNull();
});

it("leads on in the browser that has opened it, and says when another was faster", async () => {
  await show({ isUsedUp: true, openHere: "a-link" });
  expect(screen.getByRole("link", { name: "Read on" })).toHaveAttribute("href", "/shared-record/a-link");
  await show({});
  actions.openLinkAction.mockResolvedValue(failed("invalid-transition"));
  await userEvent.click(screen.getByRole("button", { name: "Open the record" }));
  expect(screen.getByRole("heading")).toHaveTextContent("This link was opened on another device");
});

it("doesn't know a link that never was", async () => {
  actions.getLinkCoverAction.mockResolvedValue(failed("not-found"));
  await act(async () => render(<OpenLink />));
  expect(screen.getByRole("heading")).toHaveTextContent("This link doesn’t work");
});

it("takes the record off the screen when its time is over, whatever the device's clock says", () => {
  vi.useFakeTimers({ now: new Date("2001-01-01T00:00:00Z") });
  try {
    render(
      <UntilOver until="2026-11-28T10:15:00Z" serverNow="2026-11-28T10:00:00Z">
        Penicillin
      </UntilOver>,
    );
    act(() => void vi.advanceTimersByTime(14 * 60_000));
    expect(screen.getByText("Penicillin")).toBeVisible();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText("Penicillin")).toBeNull();
    expect(screen.getByRole("heading")).toHaveTextContent("This link has expired");
  } finally {
    vi.useRealTimers();
  }
});
