import { Text } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { CopyButton } from "../../ui/CopyButton";
import { Dialog } from "../../ui/Dialog";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import keys from "../keys/keys.module.css";
import {
  WebhookEndpointDeleteDocument,
  WebhookEndpointSecretRotateDocument,
} from "./generated/graphql";
import { DELIVERIES, ENDPOINTS, type Endpoint } from "./useWebhooks";
import { useSay } from "./words";

interface Props {
  of: Endpoint;
  onClose: () => void;
}

/** Makes a new secret, and shows it this once. */
export function RotateDialog({ of, onClose }: Props) {
  const say = useSay();
  const rotate = useMutationWithFeedback({
    run: (api) => api(WebhookEndpointSecretRotateDocument, { id: of.id }),
    invalidates: [ENDPOINTS],
  });
  const secret = rotate.result?.webhookEndpointSecretRotate?.secret;
  if (secret) return <SecretDialog secret={secret} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={say("webhooks.rotate.title")}
      text={say("webhooks.rotate.text")}
      confirmLabel={say("webhooks.rotate")}
      running={rotate.running}
      error={rotate.error}
      onConfirm={() => rotate.run()}
      onClose={onClose}
    />
  );
}

export function DeleteDialog({ of, onClose }: Props) {
  const { t } = useLanguage();
  const say = useSay();
  const remove = useMutationWithFeedback({
    run: (api) => api(WebhookEndpointDeleteDocument, { id: of.id }),
    success: () => say("webhooks.deleted"),
    invalidates: [ENDPOINTS, DELIVERIES],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={say("webhooks.delete.title")}
      text={say("webhooks.delete.text", { url: of.url })}
      confirmLabel={t("ui.delete")}
      danger
      running={remove.running}
      error={remove.error}
      onConfirm={() => remove.run()}
      onClose={onClose}
    />
  );
}

export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog
      title={say("webhooks.secret.title")}
      cancelLabel={say("webhooks.secret.close")}
      onClose={onClose}
    >
      <Text as="p" size={3} margin={0}>
        {say("webhooks.secret.text")}
      </Text>
      <div className={keys.made}>
        <code className={keys.token}>{secret}</code>
        <CopyButton text={secret} />
      </div>
    </Dialog>
  );
}
