import { useEffect, useRef, useState } from "react";
import { ApiError } from "../api/client";
import { useBridge, useBridgeState } from "../bridge/context";
import { TokenSource } from "../bridge/tokens";
import { type Uploaded, uploadFile } from "./upload";

export interface Uploading {
  file: File;
  /** Between 0 and 1; at 1 all has been sent and the app is keeping it. */
  share: number;
  error: unknown;
}

/** Brings one file at a time; leaving the page cancels it. */
export function useUpload(onUploaded: (uploaded: Uploaded) => void) {
  const bridge = useBridge();
  const { saleorApiUrl } = useBridgeState();
  const [uploading, setUploading] = useState<Uploading>();
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const send = async (file: File) => {
    control.current?.abort();
    const own = new AbortController();
    control.current = own;
    const { signal } = own;
    const tell = (share: number, error?: unknown) => {
      if (!signal.aborted) setUploading({ file, share, error });
    };
    tell(0);
    try {
      if (file.size === 0) throw new ApiError("UPLOAD_EMPTY", "The file is empty.");
      const tokens = new TokenSource(bridge);
      const uploaded = await uploadFile(tokens, {
        file,
        saleorApiUrl,
        signal,
        onProgress: (share) => tell(share),
      });
      if (!signal.aborted) onUploaded(uploaded);
    } catch (error) {
      tell(0, error);
    }
  };
  const cancel = () => {
    control.current?.abort();
    setUploading(undefined);
  };
  return { uploading, send, cancel };
}
