import { render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { DataExportOutput } from "@/lib/domain/data-exports/schema";
import { ExportList } from "./export-list";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const item: DataExportOutput = {
  id: "01890000-0000-7000-8000-000000000001",
  hospital: { id: "01890000-0000-7000-8000-000000000002", name: "North Clinic" },
  kind: "APPOINTMENTS",
  format: "CSV",
  status: "READY",
  fault: null,
  rowCount: 12_345,
  expectedCount: 12_345,
  byteCount: 4_200_000,
  fromAt: null,
  toAt: null,
  requestedBy: "Ada Example",
  isOwn: true,
  version: 2,
  createdAt: "2026-11-28T10:00:00Z",
  startedAt: "2026-11-28T10:00:01Z",
  finishedAt: "2026-11-28T10:00:09Z",
  expiresAt: "2026-11-29T10:00:09Z",
  downloadedAt: null,
};

describe("the list of exports", () => {
  it("offers the file to the person who asked for it, with its size", () => {
    render(<ExportList items={[item]} />);
    const entry = within(screen.getByRole("list", { name: "Exports" }));
    expect(entry.getByRole("heading", { name: "12,345 appointments" })).toBeVisible();
    expect(entry.getByText(/CSV, 4.2 MB, asked for by you/)).toBeVisible();
    expect(entry.getByRole("link", { name: "Download appointments" })).toHaveAttribute(
      "href",
      `/api/exports/${item.id}/file`,
    );
  });

  it("shows everyone else who asked, and nothing to do", () => {
    render(<ExportList items={[{ ...item, isOwn: false }]} namesHospital />);
    expect(screen.getByRole("heading", { name: "12,345 appointments of North Clinic" })).toBeVisible();
    expect(screen.getByText("Ada Example")).toBeVisible();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("shows how far it has got, with a way to cancel", () => {
    const running = { ...item, status: "RUNNING" as const, rowCount: 500, expectedCount: 2_000, expiresAt: null };
    render(<ExportList items={[running]} />);
    expect(screen.getByRole("progressbar", { name: "Writing" })).toHaveAttribute("aria-valuenow", "25");
    expect(screen.getByText("500 of 2,000 rows")).toBeVisible();
    expect(screen.getByRole("button", { name: "Cancel appointments" })).toBeEnabled();
  });

  it("says why there is no file", () => {
    render(<ExportList items={[{ ...item, status: "FAILED", fault: "RIGHT_ENDED", expiresAt: null }]} />);
    expect(screen.getByText("The person who asked for it may no longer have it.")).toBeVisible();
  });
});
