import { DocumentXmlDocument, InvoiceDownloadDocument } from "../generated/graphql";
import { type Api, ApiError } from "./client";

/**
 * Saves a document's PDF. Asks for its short-lived address at the click, since one from a list may
 * be over; reads it here, since a failed navigation would replace the page inside the frame.
 *
 * Rejects with `ApiError`: DOWNLOAD_NOT_READY before the PDF has been made.
 */
export async function downloadPdf(api: Api, id: string): Promise<void> {
  const { salesInvoice } = await api(InvoiceDownloadDocument, { id });
  if (salesInvoice?.downloadUrl == null) {
    throw new ApiError("DOWNLOAD_NOT_READY", "The PDF has not been made yet.");
  }
  const content = await fetchFile(samePath(salesInvoice.downloadUrl));
  save(content, fileName(salesInvoice.number));
}

/** The same for the e-invoice's XML. */
export async function downloadXml(api: Api, id: string): Promise<void> {
  const { salesInvoice } = await api(DocumentXmlDocument, { id });
  if (salesInvoice?.xmlDownloadUrl == null) {
    throw new ApiError("DOWNLOAD_NOT_READY", "The XML has not been made yet.");
  }
  const content = await fetchFile(samePath(salesInvoice.xmlDownloadUrl));
  save(content, fileName(salesInvoice.number, "xml"));
}

/** The address on our own host: the app may be known by another name than its public one. */
export function samePath(url: string): string {
  const { pathname, search } = new URL(url, window.location.origin);
  return pathname + search;
}

/** What the file is saved as; numbers may hold signs that file systems refuse. */
export function fileName(number: string, ending = "pdf"): string {
  const safe = number.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return `${safe || "document"}.${ending}`;
}

/**
 * Has the browser save a file of ours as it comes, however large; one that can't be had makes a
 * failed download and leaves the page alone. For addresses that were just asked for.
 */
export function saveFile(url: string, name: string): void {
  click({ href: samePath(url), download: name });
}

async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path).catch((error: unknown) => {
    throw new ApiError("NETWORK", String(error));
  });
  if (response.status === 503) throw new ApiError("DOWNLOAD_NOT_READY", "Try again in a moment.");
  if (!response.ok) throw new ApiError("SERVER", `The server answered ${response.status}.`);
  return response.blob();
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  click({ href: url, download: name });
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function click(target: { href: string; download: string }): void {
  const link = Object.assign(document.createElement("a"), target);
  document.body.append(link);
  link.click();
  link.remove();
}

/** Saves a file of the app's own, e.g. a report; its address is good for minutes only. */
export async function downloadFile(url: string, name: string): Promise<void> {
  save(await fetchFile(samePath(url)), name);
}
