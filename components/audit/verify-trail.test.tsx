import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { StretchReport } from "@/lib/domain/audit/schema";
import { VerifyTrail } from "./verify-trail";

const verify = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/audit/actions", () => ({ verifyStretchAction: verify }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => undefined }),
}));
beforeEach(() => verify.mockReset());

const report = (over: Partial<StretchReport>): { ok: true; data: StretchReport } => ({
  ok: true,
  data: {
    begun: "1",
    from: "1",
    to: "9",
    last: "9",
    entries: 40,
    found: 0,
    unread: 0,
    sealedFrom: null,
    sealedTo: null,
    findings: [],
    ...over,
  },
});
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

it("goes on from stretch to stretch until the last seal, and says that the whole trail was compared", async () => {
  verify.mockResolvedValueOnce(report({ to: "4", entries: 20 })).mockResolvedValueOnce(report({ from: "5" }));
  render(<VerifyTrail last={null} />);
  expect(screen.getByText("Not verified from here yet.")).toBeInTheDocument();
  await press("Verify from the beginning");
  expect(await screen.findByText("Whole and unchanged")).toBeInTheDocument();
  expect(screen.getByText(/the whole trail, seals 1–9, 40 entries/)).toBeInTheDocument();
  expect(verify.mock.calls).toEqual([[{ after: "0" }], [{ after: "4" }]]);
});

it("compares the latest stretch alone, and names what it finds", async () => {
  const finding = "Entry 12 of seal 8 was altered.";
  verify.mockResolvedValueOnce(report({ begun: "8", from: "8", to: "9", last: "10", found: 1, findings: [finding] }));
  render(<VerifyTrail last={null} />);
  await press("Verify the latest entries");
  expect(await screen.findByText("Not as it was sealed: 1 finding.")).toBeInTheDocument();
  expect(screen.getByText(finding)).toBeInTheDocument();
  expect(verify.mock.calls).toEqual([[{}]]);
});

it("tells what can't be read in the archive from what was changed", async () => {
  const finding = "AuditEntry_2016_03.ndjson.gz is missing from the archive: its entries could not be compared.";
  verify
    .mockResolvedValueOnce(report({ to: "4", unread: 1, findings: [finding] }))
    .mockResolvedValueOnce(report({ from: "5", unread: 2, findings: [finding] }));
  render(<VerifyTrail last={null} />);
  await press("Verify from the beginning");
  const told = "Unchanged, as far as it could be compared: 2 parts of the archive can't be read.";
  expect(await screen.findByText(told)).toBeInTheDocument();
  expect(screen.getAllByText(finding)).toHaveLength(1);
});

it("says why a check stopped", async () => {
  verify.mockResolvedValueOnce({ ok: false, error: { code: "unavailable", message: "Try again.", requestId: "r" } });
  render(<VerifyTrail last={null} />);
  await press("Verify the latest entries");
  expect(await screen.findByRole("alert")).toHaveTextContent("The check stopped");
});
