import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { KeepAddress } from "./keep-address";

const keep = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/email-changes/actions", () => ({ keepAddressAction: keep }));

it("says until when another address is pending, without naming it, and stops it by one button", async () => {
  keep.mockResolvedValue({ ok: true, data: undefined });
  render(<KeepAddress until="2026-11-24T09:00:00Z" />);
  expect(screen.getByRole("status")).toHaveTextContent(/Another address was asked for.+until .*2026/);
  await userEvent.click(screen.getByRole("button", { name: "Keep my address" }));
  expect(keep).toHaveBeenCalledOnce();
});
