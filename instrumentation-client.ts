import { fetchWithRetry } from "@/lib/platform/http/browser/fetch-with-retry";

// Before anything else runs in the browser, because Next fetches pages and sends actions through this.
window.fetch = fetchWithRetry(window.fetch.bind(window));
