import { InvoiceFilesDocument } from "../generated/graphql";
import { type Api, ApiError } from "./client";

/**
 * Saves a document's PDF or XML. Asks for its short-lived address at the click, and reads it here:
 * a failed navigation would take the customer away from the shop's page.
 *
 * Rejects with `ApiError`: DOWNLOAD_NOT_READY before the file has been made.
 */
export async function download(api: Api, id: string, format: "pdf" | "xml"): Promise<void> {
  const { salesInvoice } = await api(InvoiceFilesDocument, { id });
  const url = format === "pdf" ? salesInvoice?.downloadUrl : salesInvoice?.xmlDownloadUrl;
  if (!salesInvoice || url == null) {
    throw new ApiError("DOWNLOAD_NOT_READY", "The file has not been made yet.");
  }
  save(await fetchFile(url), fileName(salesInvoice.number, format));
}

/** What the file is saved as; numbers may hold signs that file systems refuse. */
export function fileName(number: string, ending: string): string {
  const safe = number.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return `${safe.toLowerCase() || "document"}.${ending}`;
}

async function fetchFile(url: string): Promise<Blob> {
  const response = await fetch(url, { credentials: "omit" }).catch((error: unknown) => {
    throw new ApiError("NETWORK", String(error));
  });
  if (response.status === 503) throw new ApiError("DOWNLOAD_NOT_READY", "Try again in a moment.");
  if (!response.ok) throw new ApiError("SERVER", `The server answered ${response.status}.`);
  return response.blob();
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
