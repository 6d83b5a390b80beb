import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { LinkedVisit } from "@/lib/domain/visit-links/schema";
import { LINKED_VISIT } from "@/tests/support/linked-visit";
import { OpenVisitLink } from "./open-visit-link";

const actions = vi.hoisted(() => ({
  openVisitLinkAction: vi.fn<(input: object) => Promise<object>>(),
  confirmByLinkAction: vi.fn<(input: object) => Promise<object>>(),
  cancelByLinkAction: vi.fn<(input: object) => Promise<object>>(),
  moveByLinkAction: vi.fn<(input: object) => Promise<object>>(),
}));
vi.mock("@/lib/domain/visit-links/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const token = "t".repeat(43);
const found = (over: Partial<LinkedVisit> = {}) => ({
  ok: true,
  data: { ...LINKED_VISIT, ...over } satisfies LinkedVisit,
});
const refused = (code: string) => ({ ok: false, error: { code, message: "No", fields: [] } });

beforeEach(() => {
  vi.resetAllMocks();
  window.history.replaceState(null, "", `#${token}`);
});

it("shows when and where, and confirms by a button only", async () => {
  actions.openVisitLinkAction.mockResolvedValue(found());
  actions.confirmByLinkAction.mockResolvedValue(found({ attendanceConfirmedAt: "2030-01-05T09:00:00Z" }));
  render(<OpenVisitLink />);
  expect(await screen.findByText("Northside, 1 Main Street")).toBeVisible();
  expect(actions.confirmByLinkAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "I’ll be there" }));
  expect(actions.confirmByLinkAction).toHaveBeenCalledWith({ token });
  expect(await screen.findByText("The practice sees that you’ll be there.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "I’ll be there" })).toBeNull();
});

it("asks before it cancels, and then says that it is", async () => {
  actions.openVisitLinkAction.mockResolvedValue(found());
  actions.cancelByLinkAction.mockResolvedValue(found({ status: "CANCELLED", canChange: false }));
  render(<OpenVisitLink />);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel appointment" }));
  expect(actions.cancelByLinkAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getAllByRole("button", { name: "Cancel appointment" }).at(-1)!);
  expect(await screen.findByText("Cancelled")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Choose another time" })).toBeNull();
});

it("says that it is too late to change it online, and how to reach the practice", async () => {
  actions.openVisitLinkAction.mockResolvedValue(found({ canChange: false }));
  render(<OpenVisitLink />);
  expect(await screen.findByText(/too late to reschedule or cancel it online/)).toBeVisible();
  expect(screen.getByRole("link", { name: /^\+49/ })).toHaveAttribute("href", "tel:+493055501");
});

it("says that a link has ended, also when that happens meanwhile", async () => {
  actions.openVisitLinkAction.mockResolvedValueOnce(refused("not-found"));
  const { unmount } = render(<OpenVisitLink />);
  expect(await screen.findByText("This link doesn’t work any more")).toBeVisible();
  unmount();
  actions.openVisitLinkAction.mockResolvedValue(found());
  actions.confirmByLinkAction.mockResolvedValue(refused("not-found"));
  render(<OpenVisitLink />);
  await userEvent.click(await screen.findByRole("button", { name: "I’ll be there" }));
  expect(await screen.findByText("This link doesn’t work any more")).toBeVisible();
});

it("says when it couldn't be opened, and offers to try again", async () => {
  actions.openVisitLinkAction.mockResolvedValue(refused("unavailable"));
  render(<OpenVisitLink />);
  expect(await screen.findByText("This link couldn’t be opened")).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled();
});
